import type { Generated, Selectable } from 'kysely'
import type { Adoption, Answer } from './answers.js'

export interface RecommendationTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  recommendation: string
  reasons: Generated<string>
  releaseDays: number | null
  cost: Generated<string>
  draftedAt: string
  draftedBy: string
  version: Generated<number>
  releasedOutsideAt: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: string | null
}
export type Recommendation = Selectable<RecommendationTable>

export interface RecommendationEvidenceTable {
  recommendationId: string
  evidenceId: string
}
export type RecommendationEvidence = Selectable<RecommendationEvidenceTable>

export interface ResponseTable {
  id: string
  recommendationId: string
  schoolId: string
  sentAt: string
  sentBy: string
  answer: Answer | null
  reason: Generated<string>
  reviewOn: string | null
  answeredAt: string | null
  answeredBy: string | null
  adoption: Adoption | null
  inPlaceAt: string | null
  inPlaceOn: string | null
  inPlaceBy: string | null
  whatCanBeSeen: Generated<string>
  publicAt: string | null
  publicBy: string | null
  version: Generated<number>
}
export type Response = Selectable<ResponseTable>

export interface ResponseAnswerTable {
  id: string
  responseId: string
  answer: Answer
  reason: string
  reviewOn: string | null
  answeredAt: string
  answeredBy: string
}
export type ResponseAnswer = Selectable<ResponseAnswerTable>

export interface ResponseFileTable {
  responseId: string
  fileId: string
  alt: Generated<string>
  removedAt: string | null
}
export type ResponseFile = Selectable<ResponseFileTable>

declare module '../database.js' {
  interface Tables {
    recommendations: RecommendationTable
    recommendationEvidence: RecommendationEvidenceTable
    responses: ResponseTable
    responseAnswers: ResponseAnswerTable
    responseFiles: ResponseFileTable
  }
}
