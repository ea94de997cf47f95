import type { Generated, Selectable } from 'kysely'

export interface WriteUpTable {
  id: string
  groupId: string
  enquiryId: string
  slug: string
  title: string
  begunAt: string
  begunBy: string
  listsAllAt: string | null
  listsAllBy: string | null
}
export type WriteUp = Selectable<WriteUpTable>

export interface WriteUpPartTable {
  id: string
  writeUpId: string
  part: string
  heading: string
  position: number
  composed: string
  composedAt: string
  leftOutAt: string | null
}
export type WriteUpPart = Selectable<WriteUpPartTable>

export interface SubmissionTable {
  id: string
  ofKind: string
  ofId: string
  document: string
  hash: string
  reason: Generated<string>
  submittedAt: string
  submittedBy: string
  returnedAt: string | null
  returnedBy: string | null
  returnedBecause: string | null
  approvedAt: string | null
  approvedBy: string | null
  takenBackAt: string | null
  takenBackBy: string | null
}
export type Submission = Selectable<SubmissionTable>

export interface EditionTable {
  id: string
  networkId: string
  ofKind: string
  ofId: string
  slug: string
  number: number
  title: string
  summary: Generated<string>
  document: string
  hash: string
  reason: Generated<string>
  publishedAt: string
  publishedBy: string
  approvedBy: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: string | null
}
export type Edition = Selectable<EditionTable>

export interface EditionEvidenceTable {
  editionId: string
  evidenceId: string
}
export type EditionEvidence = Selectable<EditionEvidenceTable>

declare module '../database.js' {
  interface Tables {
    writeUps: WriteUpTable
    writeUpParts: WriteUpPartTable
    submissions: SubmissionTable
    editions: EditionTable
    editionEvidence: EditionEvidenceTable
  }
}
