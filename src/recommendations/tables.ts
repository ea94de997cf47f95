import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Read, WrittenColumn, WrittenOrEmpty, WrittenOrNull } from '../names/written.js'
import type { Adoption, Answer } from './answers.js'

export interface RecommendationTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  recommendation: WrittenColumn
  reasons: WrittenOrEmpty
  releaseDays: number | null
  cost: WrittenOrEmpty
  draftedAt: string
  draftedBy: string
  version: Generated<number>
  releasedOutsideAt: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: WrittenOrNull
  /** The claim, or the effect in a school, that it was begun from. */
  claimId: string | null
  effectId: string | null
}
export type RecommendationAsWritten = Selectable<RecommendationTable>
export type Recommendation = Read<RecommendationAsWritten>

export interface RecommendationEvidenceTable {
  recommendationId: string
  evidenceId: string
}
export type RecommendationEvidence = Selectable<RecommendationEvidenceTable>

/** The schools that a draft is meant for, before it is sent. */
export interface RecommendationSchoolTable {
  recommendationId: string
  schoolId: string
}

export interface ResponseTable {
  id: string
  recommendationId: string
  schoolId: string
  sentAt: string
  sentBy: string
  answer: Answer | null
  reason: WrittenOrEmpty
  reviewOn: string | null
  answeredAt: string | null
  /** The head; or whoever entered what the head had written on paper, when there is a day of that paper. */
  answeredBy: string | null
  /** The day on the reply slip that the answer was entered from; null for an answer that the head gave here. */
  fromPaperOn: string | null
  /** When a head said that the paper is right. */
  confirmedAt: string | null
  confirmedBy: string | null
  adoption: Adoption | null
  inPlaceAt: string | null
  inPlaceOn: string | null
  inPlaceBy: string | null
  whatCanBeSeen: WrittenOrEmpty
  publicAt: string | null
  publicBy: string | null
  version: Generated<number>
}
export type ResponseAsWritten = Selectable<ResponseTable>
export type Response = Read<ResponseAsWritten>

export interface ResponseAnswerTable {
  id: string
  responseId: string
  answer: Answer
  reason: WrittenColumn
  reviewOn: string | null
  answeredAt: string
  answeredBy: string
  fromPaperOn: string | null
}
export type ResponseAnswer = Read<Selectable<ResponseAnswerTable>>

export interface ResponseFileTable {
  responseId: string
  /** What can be seen in the school, or the reply slip that an answer was entered from. */
  shows: ColumnType<FileShows, FileShows | undefined, FileShows>
  fileId: string
  alt: WrittenOrEmpty
  removedAt: string | null
}
export type ResponseFile = Read<Selectable<ResponseFileTable>>
export type FileShows = 'what can be seen' | 'the reply slip'

/** Asks the leaders of a network to invite the head of a school that has none here. */
export interface HeadAskedForTable {
  id: string
  networkId: string
  schoolId: string
  email: string
  askedAt: string
  askedBy: string
}
export type HeadAskedFor = Selectable<HeadAskedForTable>

declare module '../database.js' {
  interface Tables {
    recommendations: RecommendationTable
    recommendationEvidence: RecommendationEvidenceTable
    recommendationSchools: RecommendationSchoolTable
    responses: ResponseTable
    responseAnswers: ResponseAnswerTable
    responseFiles: ResponseFileTable
    headsAskedFor: HeadAskedForTable
  }
}
