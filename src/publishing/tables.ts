import type { Generated, Selectable } from 'kysely'

/** What is submitted and published. */
export type PublishableKind = 'write-up' | 'termly report'

export interface SubmissionTable {
  id: string
  ofKind: PublishableKind
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
  ofKind: PublishableKind
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
    submissions: SubmissionTable
    editions: EditionTable
    editionEvidence: EditionEvidenceTable
  }
}
