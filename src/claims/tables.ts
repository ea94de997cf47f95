import type { Selectable } from 'kysely'
import type { Read, WrittenColumn, WrittenOrEmpty, WrittenOrNull } from '../names/written.js'
import type { Sure } from './sure.js'

/** Whether a piece or its words speak for a claim or against it. */
export type Bearing = 'for' | 'against'

export interface ClaimTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  claim: WrittenColumn
  strength: Sure
  /** Why the group is as sure as it says. */
  sureBecause: WrittenOrEmpty
  whatWouldChange: WrittenOrEmpty
  madeAt: string
  madeBy: string
  sharedAt: string | null
  sharedBy: string | null
  retiredAt: string | null
  retiredBy: string | null
  retiredBecause: WrittenOrNull
  carriedFrom: string | null
}
export type Claim = Read<Selectable<ClaimTable>>

export interface ClaimRevisionTable {
  id: string
  claimId: string
  claim: WrittenColumn
  strength: Sure
  /** Null in revisions from before this was kept; so is `whatWouldChange`. */
  sureBecause: WrittenOrNull
  whatWouldChange: WrittenOrNull
  because: WrittenColumn
  revisedAt: string
  revisedBy: string
}
export type ClaimRevision = Read<Selectable<ClaimRevisionTable>>

export interface ClaimEvidenceTable {
  claimId: string
  evidenceId: string
  bearing: Bearing
  note: WrittenOrEmpty
  linkedAt: string
  linkedBy: string
}
export type ClaimEvidence = Read<Selectable<ClaimEvidenceTable>>

/** Words of a piece that speak for a claim or against it. */
export interface ClaimPassageTable {
  claimId: string
  passageId: string
  evidenceId: string
  bearing: Bearing
  note: WrittenOrEmpty
  linkedAt: string
  linkedBy: string
}
export type ClaimPassage = Read<Selectable<ClaimPassageTable>>

/** The number by which write-ups quote a passage: `[[E12 quote 2]]`. It is never given to another one. */
export interface PassageNumberTable {
  passageId: string
  evidenceId: string
  number: number
}

declare module '../database.js' {
  interface Tables {
    claims: ClaimTable
    claimRevisions: ClaimRevisionTable
    claimEvidence: ClaimEvidenceTable
    claimPassages: ClaimPassageTable
    passageNumbers: PassageNumberTable
  }
}
