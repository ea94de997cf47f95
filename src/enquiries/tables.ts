import type { Generated, Selectable } from 'kysely'
import type { Stage } from '../stages.js'
import type { Decision, Judgement, LeverageName } from './stage-fields.js'

export interface EnquiryTable {
  id: string
  groupId: string
  cycle: number
  question: string
  stage: Stage
  beganAt: string
  beganBy: string
  finishedAt: string | null
  finishedBy: string | null
  decision: Decision | null
  decidedBecause: string | null
  follows: string | null
}
export type EnquiryRow = Selectable<EnquiryTable>

export interface SharedStageTable {
  enquiryId: string
  stage: Stage
  sharedAt: string
  sharedBy: string
}
export type SharedStage = Selectable<SharedStageTable>

export interface StageMoveTable {
  id: string
  enquiryId: string
  fromStage: Stage
  toStage: Stage
  sentence: string
  movedAt: string
  movedBy: string
}
export type StageMove = Selectable<StageMoveTable>

export interface ContextCardTable {
  id: string
  enquiryId: string
  schoolId: string
  phase: string
  roll: number | null
  addedAt: string
  addedBy: string
}
export type ContextCard = Selectable<ContextCardTable>

export interface ExpertiseTable {
  id: string
  enquiryId: string
  who: string
  schoolId: string | null
  knowsHowTo: string
  howWeKnow: Generated<string>
  addedAt: string
  addedBy: string
}
export type Expertise = Selectable<ExpertiseTable>

export interface LeverageTestTable {
  enquiryId: string
  test: LeverageName
  judgement: Judgement
  because: string
  judgedAt: string
  judgedBy: string
}
export type LeverageTest = Selectable<LeverageTestTable>

export interface SuccessSignTable {
  id: string
  enquiryId: string
  sign: string
  howWeWouldKnow: Generated<string>
  addedAt: string
  addedBy: string
}
export type SuccessSign = Selectable<SuccessSignTable>

export interface CommentTable {
  id: string
  groupId: string
  aboutKind: string
  aboutId: string
  kind: 'comment' | 'challenge'
  body: string
  madeBy: string
  madeAt: string
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
  carriedFrom: string | null
  removedAt: string | null
  removedBy: string | null
}
export type Comment = Selectable<CommentTable>

declare module '../database.js' {
  interface Tables {
    enquiries: EnquiryTable
    sharedStages: SharedStageTable
    stageMoves: StageMoveTable
    contextCards: ContextCardTable
    expertise: ExpertiseTable
    leverageTests: LeverageTestTable
    successSigns: SuccessSignTable
    comments: CommentTable
  }
}
