import type { Generated, Selectable } from 'kysely'
import type { Read, WrittenColumn, WrittenOrEmpty } from '../names/written.js'
import type { Sure } from '../claims/sure.js'
import type { Judgement } from './words.js'

export interface EffectTable {
  id: string
  actionId: string
  schoolId: string
  judgement: Judgement
  confidence: Sure
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
