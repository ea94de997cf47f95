import type { Generated, Selectable } from 'kysely'
import type { ReadingOutcome } from '../files/reading/words-found.js'
import type { Read, WrittenColumn, WrittenOrEmpty, WrittenOrNull } from '../names/written.js'
import type { Agreed } from '../reach/agreed.js'
import type { Audience, ConsentAudience, InThePicture } from '../reach/audiences.js'
import type { Reach } from '../reach/reaches.js'
import type { RefusedContent } from '../reach/refused.js'
import type { Stage } from '../stages.js'
import type { Kind } from './kinds.js'
import type { Speaker } from './speakers.js'

export interface EvidenceTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  capture: string | null
  title: WrittenColumn
  whatWeSaw: WrittenColumn
  kind: Kind
  stage: Stage
  speaker: Generated<Speaker>
  /** The school or place outside the network that it comes from, for the group alone. */
  elsewhere: WrittenOrEmpty
  gatheredOn: string
  loggedAt: string
  loggedBy: string
  revisedAt: string | null
  version: Generated<number>
  sharedWithGroupAt: string | null
  /** Seen by those who work in the schools that it comes from too. */
  sharedWithSchoolAt: string | null
  sharedWithNetworkAt: string | null
  sharedOutsideAt: string | null
  namesPupilAt: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: WrittenOrNull
  /** How far consent and refusals let it go, and how far it goes: kept by `renewReach`, see src/reach. */
  agreed: Generated<Agreed>
  reach: Generated<Reach>
  /** The last day on which both hold; from then on it is the group's alone. */
  reachUntil: string | null
  /** Among which pieces of its group it is counted. */
  countedIn: string | null
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
  alt: WrittenOrEmpty
  removedAt: string | null
}
export type EvidenceFile = Selectable<EvidenceFileTable>

export interface ConsentTable {
  id: string
  evidenceId: string
  who: InThePicture
  /** Whom it is about, such as `the two pupils in the photo`; the newest record about the same ones stands. */
  subject: WrittenOrEmpty
  /** `unasked` where somebody is seen and has not been asked yet. */
  audience: ConsentAudience | 'unasked'
  givenBy: WrittenOrEmpty
  givenOn: string
  wording: WrittenOrEmpty
  recordedBy: string
  recordedAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnBecause: WrittenOrNull
  /** From the day after on it reaches no further than the group, until they are asked again. */
  endsOn: string | null
  replacedAt: string | null
}
export type ConsentAsWritten = Selectable<ConsentTable>
export type Consent = Read<ConsentAsWritten>

/** `words`: what was seen, as typed; `document`: the text of a file; `transcript`: what is said in a sound or a film. */
export type TextSource = 'words' | 'document' | 'transcript'

/**
 * The words of a piece that can be read, coded and pointed at. A version is never changed: new words are a new version,
 * and the passages move along (src/evidence/readable-texts/anchoring.ts). `timings` is JSON, see `Timing`, for transcripts that have moments.
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

export interface SchoolRefusalTable {
  id: string
  schoolId: string
  content: RefusedContent
  audience: ConsentAudience
  because: string
  recordedAt: string
  recordedBy: string
  endedAt: string | null
  endedBy: string | null
}
export type SchoolRefusal = Selectable<SchoolRefusalTable>

export interface ConsentWordingTable {
  id: string
  networkId: string
  wording: string
  keptAt: string
  keptBy: string
  removedAt: string | null
}

export interface WithdrawalTable {
  id: string
  evidenceId: string
  what: 'evidence' | 'consent'
  recordedAt: string
  recordedBy: string
}
export type Withdrawal = Selectable<WithdrawalTable>

/** One thing that leaned on the piece, as `Touched` in src/evidence/withdrawing/dependants.ts. */
export interface WithdrawalTouchTable {
  withdrawalId: string
  position: number
  kind: string
  name: string
  now: string
  href: string
}

/**
 * What a device sends in its own time, under its own name for it. It belongs to the room of captures, and stands here because
 * what is still arriving takes its part of a group's room for files (src/evidence/files/room-for-files.ts).
 */
export interface CaptureTable {
  personId: string
  capture: string
  /** Of the piece; where there is none any more, its author has erased it. */
  evidenceId: string
  /** Who may see it once all of it has arrived; until then it is a draft. */
  audience: Audience
  begunAt: string
  completedAt: string | null
}
export type Capture = Selectable<CaptureTable>

/** A file on its way, of a capture too; what has come of it so far stands outside the store, under the row's id. */
export interface HalfUploadTable {
  id: string
  personId: string
  capture: string
  part: string
  bytes: number
  begunAt: string
  touchedAt: string
}
export type HalfUpload = Selectable<HalfUploadTable>

/** Whether the text of a file has been read, and how that ended; `readAt` is null as long as it waits. */
export interface FileReadingTable {
  fileId: string
  evidenceId: string
  askedAt: string
  tries: Generated<number>
  readAt: string | null
  outcome: ReadingOutcome | null
  pages: number | null
  /** JSON: what stands in the file and was not read; null where that is nothing, or is not known. */
  leftOut: string | null
}
export type FileReading = Selectable<FileReadingTable>

/** What somebody did to many pieces at once. `done` and `leftOver` are JSON lists, by the ids of the pieces. */
export interface DoneTogetherTable {
  id: string
  groupId: string
  personId: string
  act: string
  value: string
  said: string
  done: string
  leftOver: string
  doneAt: string
  undoneAt: string | null
}
export type DoneTogether = Selectable<DoneTogetherTable>

declare module '../database.js' {
  interface Tables {
    withdrawals: WithdrawalTable
    schoolRefusals: SchoolRefusalTable
    consentWordings: ConsentWordingTable
    withdrawalTouches: WithdrawalTouchTable
    evidence: EvidenceTable
    evidenceSchools: EvidenceSchoolTable
    evidenceFiles: EvidenceFileTable
    consents: ConsentTable
    readableTexts: ReadableTextTable
    passages: PassageTable
    captures: CaptureTable
    halfUploads: HalfUploadTable
    fileReadings: FileReadingTable
    doneTogether: DoneTogetherTable
  }
}
