import type { Generated, Selectable } from 'kysely'

export interface EffectTable {
  id: string
  actionId: string
  schoolId: string
  judgement: string
  confidence: string
  whatHappened: string
  whyHere: Generated<string>
  forWhom: Generated<string>
  version: Generated<number>
  judgedAt: string
  judgedBy: string
}
export type Effect = Selectable<EffectTable>

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
