import type { Generated, Selectable } from 'kysely'

export interface EvidenceTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  capture: string | null
  title: string
  whatWeSaw: string
  kind: string
  stage: string
  gatheredOn: string
  loggedAt: string
  loggedBy: string
  revisedAt: string | null
  version: Generated<number>
  sharedWithGroupAt: string | null
  sharedWithNetworkAt: string | null
  sharedOutsideAt: string | null
  namesPupilAt: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: string | null
}
export type Evidence = Selectable<EvidenceTable>

export interface EvidenceSchoolTable {
  evidenceId: string
  schoolId: string
}
export type EvidenceSchool = Selectable<EvidenceSchoolTable>

export interface EvidenceFileTable {
  evidenceId: string
  fileId: string
  position: number
  alt: Generated<string>
  removedAt: string | null
}
export type EvidenceFile = Selectable<EvidenceFileTable>

export interface ConsentTable {
  id: string
  evidenceId: string
  who: string
  audience: string
  givenBy: Generated<string>
  givenOn: string
  wording: Generated<string>
  recordedBy: string
  recordedAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: string | null
}
export type Consent = Selectable<ConsentTable>

declare module '../database.js' {
  interface Tables {
    evidence: EvidenceTable
    evidenceSchools: EvidenceSchoolTable
    evidenceFiles: EvidenceFileTable
    consents: ConsentTable
  }
}
