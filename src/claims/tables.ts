import type { Generated, Selectable } from 'kysely'

export interface ClaimTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  claim: string
  strength: string
  whatWouldChange: Generated<string>
  madeAt: string
  madeBy: string
  sharedAt: string | null
  sharedBy: string | null
  retiredAt: string | null
  retiredBy: string | null
  retiredBecause: string | null
  carriedFrom: string | null
}
export type Claim = Selectable<ClaimTable>

export interface ClaimRevisionTable {
  id: string
  claimId: string
  claim: string
  strength: string
  because: string
  revisedAt: string
  revisedBy: string
}
export type ClaimRevision = Selectable<ClaimRevisionTable>

export interface ClaimEvidenceTable {
  claimId: string
  evidenceId: string
  bearing: string
  note: Generated<string>
  linkedAt: string
  linkedBy: string
}
export type ClaimEvidence = Selectable<ClaimEvidenceTable>

declare module '../database.js' {
  interface Tables {
    claims: ClaimTable
    claimRevisions: ClaimRevisionTable
    claimEvidence: ClaimEvidenceTable
  }
}
