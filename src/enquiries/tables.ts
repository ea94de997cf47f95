import type { Generated, Selectable } from 'kysely'
import type { Read, WrittenColumn, WrittenOrEmpty, WrittenOrNull } from '../names/written.js'
import type { Stage } from '../stages.js'
import type { Decision, Judgement, LeverageName } from './stages/stage-fields.js'

export interface EnquiryTable {
  id: string
  groupId: string
  cycle: number
  question: WrittenColumn
  stage: Stage
  beganAt: string
  beganBy: string
  finishedAt: string | null
  finishedBy: string | null
  decision: Decision | null
  decidedBecause: WrittenOrNull
  follows: string | null
}
export type EnquiryRow = Read<Selectable<EnquiryTable>>

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
  sentence: WrittenColumn
  movedAt: string
  movedBy: string
}
export type StageMove = Read<Selectable<StageMoveTable>>

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
  who: WrittenColumn
  schoolId: string | null
  knowsHowTo: WrittenColumn
  howWeKnow: WrittenOrEmpty
  addedAt: string
  addedBy: string
}
export type Expertise = Read<Selectable<ExpertiseTable>>

export interface LeverageTestTable {
  enquiryId: string
  test: LeverageName
  judgement: Judgement
  because: WrittenColumn
  judgedAt: string
  judgedBy: string
}
export type LeverageTest = Read<Selectable<LeverageTestTable>>

export interface SuccessSignTable {
  id: string
  enquiryId: string
  sign: WrittenColumn
  howWeWouldKnow: WrittenOrEmpty
  addedAt: string
  addedBy: string
}
export type SuccessSign = Read<Selectable<SuccessSignTable>>

export interface CommentTable {
  id: string
  groupId: string
  aboutKind: string
  aboutId: string
  kind: 'comment' | 'challenge'
  body: WrittenColumn
  madeBy: string
  madeAt: string
  answer: WrittenOrNull
  answeredBy: string | null
  answeredAt: string | null
  carriedFrom: string | null
  removedAt: string | null
  removedBy: string | null
  /** When it was folded away as settled; it may be opened again. */
  settledAt: Generated<string | null>
  settledBy: Generated<string | null>
}
export type Comment = Read<Selectable<CommentTable>>

/** Somebody who is named in a comment or its answer. */
export interface MentionTable {
  id: string
  commentId: string
  personId: string
  /** How they stand in the words, behind the @. */
  writtenAs: string
  inAnswer: number
  mentionedAt: string
  mentionedBy: string
  seenAt: string | null
}
export type Mention = Selectable<MentionTable>

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
    mentions: MentionTable
  }
}
