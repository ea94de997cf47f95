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

/** `words`: what was seen, as typed; `document`: the text of a file; `transcript`: what is said in a sound or a film. */
export type TextSource = 'words' | 'document' | 'transcript'

/**
 * The words of a piece that can be read, coded and pointed at. A version is never changed: new words are a new version,
 * and the passages move along (src/evidence/anchoring.ts). `timings` is JSON, see `Timing`, for transcripts that have moments.
 */
export interface ReadableTextTable {
  id: string
  evidenceId: string
  fileId: string | null
  source: TextSource
  version: number
  words: string
  timings: string | null
  madeAt: string
  madeBy: string | null
  replacedAt: string | null
}
export type ReadableText = Selectable<ReadableTextTable>

/** `startsAt` and `endsAt` count UTF-16 units in the text's words; `words` are the words between. */
export interface PassageTable {
  id: string
  evidenceId: string
  readableTextId: string
  startsAt: number
  endsAt: number
  words: string
  madeAt: string
  madeBy: string
  lostAt: string | null
  removedAt: string | null
}
export type Passage = Selectable<PassageTable>

/** `also` holds other ways to write the name, one a line. A school's own name is looked up, so `name` is its name then. */
export interface PseudonymTable {
  id: string
  groupId: string
  kind: string
  schoolId: string | null
  name: string
  also: Generated<string>
  pseudonym: string
  chosenAt: string
  chosenBy: string
  removedAt: string | null
  removedBy: string | null
}
export type Pseudonym = Selectable<PseudonymTable>

export interface PseudonymsForFacilitatorsTable {
  groupId: string
  chosenAt: string
  chosenBy: string
}

export interface WithdrawalTable {
  id: string
  evidenceId: string
  what: string
  recordedAt: string
  recordedBy: string
}
export type Withdrawal = Selectable<WithdrawalTable>

/** One thing that leaned on the piece, as `Touched` in src/evidence/leaning.ts. */
export interface WithdrawalTouchTable {
  withdrawalId: string
  position: number
  kind: string
  name: string
  now: string
  href: string
}

declare module '../database.js' {
  interface Tables {
    withdrawals: WithdrawalTable
    withdrawalTouches: WithdrawalTouchTable
    pseudonyms: PseudonymTable
    pseudonymsForFacilitators: PseudonymsForFacilitatorsTable
    evidence: EvidenceTable
    evidenceSchools: EvidenceSchoolTable
    evidenceFiles: EvidenceFileTable
    consents: ConsentTable
    readableTexts: ReadableTextTable
    passages: PassageTable
  }
}
