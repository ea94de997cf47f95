import type { Generated, Selectable } from 'kysely'
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
}
export type RecommendationAsWritten = Selectable<RecommendationTable>
export type Recommendation = Read<RecommendationAsWritten>

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
  reason: WrittenOrEmpty
  reviewOn: string | null
  answeredAt: string | null
  answeredBy: string | null
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
}
export type ResponseAnswer = Read<Selectable<ResponseAnswerTable>>

export interface ResponseFileTable {
  responseId: string
  fileId: string
  alt: WrittenOrEmpty
  removedAt: string | null
}
export type ResponseFile = Read<Selectable<ResponseFileTable>>

declare module '../database.js' {
  interface Tables {
    recommendations: RecommendationTable
    recommendationEvidence: RecommendationEvidenceTable
    responses: ResponseTable
    responseAnswers: ResponseAnswerTable
    responseFiles: ResponseFileTable
  }
}
