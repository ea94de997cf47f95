import type { Generated, Selectable } from 'kysely'
import type { WrittenOrEmpty } from '../names/written.js'

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
  /** What stands large on its title page. */
  question: Generated<string>
  /** 1 where it holds pictures, of which one may stand on its cover. */
  pictured: Generated<number>
  /** Under what its network let it go when it was published (src/networks/licences.ts); empty where it had not said. */
  licence: Generated<string>
  publishedAt: string
  publishedBy: string
  approvedBy: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: string | null
}
export type Edition = Selectable<EditionTable>

/** Schools of the network that an edition names itself. */
export interface EditionSchoolTable {
  editionId: string
  schoolId: string
}

export interface EditionEvidenceTable {
  editionId: string
  evidenceId: string
}
export type EditionEvidence = Selectable<EditionEvidenceTable>

/** An author is asked whether a write-up may use a piece of theirs, or what is in its way. */
export interface PieceRequestTable {
  id: string
  writeUpId: string
  evidenceId: string
  askedOf: string
  askedAt: string
  askedBy: string
  answer: 'shared' | 'kept back' | null
  because: WrittenOrEmpty
  answeredAt: string | null
}
export type PieceRequest = Selectable<PieceRequestTable>

declare module '../database.js' {
  interface Tables {
    submissions: SubmissionTable
    editions: EditionTable
    editionEvidence: EditionEvidenceTable
    editionSchools: EditionSchoolTable
    pieceRequests: PieceRequestTable
  }
}
