import type { Selectable } from 'kysely'
import type { Read, WrittenColumn } from '../names/written.js'

/** One of the questions that a group's question is made of, in one cycle. */
export interface QuestionPartTable {
  id: string
  groupId: string
  enquiryId: string
  place: number
  name: WrittenColumn
  madeAt: string
  madeBy: string
  removedAt: string | null
  removedBy: string | null
  /** The part of the cycle before that it goes on from. */
  carriedFrom: string | null
}
export type QuestionPart = Read<Selectable<QuestionPartTable>>

export interface TieTable {
  partId: string
  thingId: string
  tiedAt: string
  tiedBy: string
}

declare module '../database.js' {
  interface Tables {
    questionParts: QuestionPartTable
    questionPartClaims: TieTable
    questionPartEvidence: TieTable
    questionPartActions: TieTable
    questionPartRecommendations: TieTable
    questionPartCodes: TieTable
  }
}
