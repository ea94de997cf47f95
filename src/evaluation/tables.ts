import type { Generated, Selectable } from 'kysely'
import type { Read, WrittenOrEmpty } from '../names/written.js'
import type { Sure } from '../claims/sure.js'
import type { Judgement } from './words.js'

export interface EffectTable {
  id: string
  actionId: string
  schoolId: string
  /** Empty as long as nobody has chosen; so is `confidence`. */
  judgement: Judgement | ''
  confidence: Sure | ''
  whatHappened: WrittenOrEmpty
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
