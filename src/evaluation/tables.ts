import type { Generated, Selectable } from 'kysely'
import type { Read, WrittenColumn, WrittenOrEmpty } from '../names/written.js'

export interface EffectTable {
  id: string
  actionId: string
  schoolId: string
  judgement: string
  confidence: string
  whatHappened: WrittenColumn
  whyHere: WrittenOrEmpty
  forWhom: WrittenOrEmpty
  version: Generated<number>
  judgedAt: string
  judgedBy: string
}
export type Effect = Read<Selectable<EffectTable>>

export interface EffectEvidenceTable {
  effectId: string
  evidenceId: string
}
export type EffectEvidence = Selectable<EffectEvidenceTable>

declare module '../database.js' {
  interface Tables {
    effects: EffectTable
    effectEvidence: EffectEvidenceTable
  }
}
