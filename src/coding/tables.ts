import type { Generated, Selectable } from 'kysely'
import type { Resolution } from './blind-readings/resolutions.js'
import type { Colour } from './codebook/colours.js'

/**
 * A code of a group's codebook. It is in use while `mergedInto` and `removedAt` are null; a retired one keeps its
 * codings and is offered no more. `position` orders the codes under one parent.
 */
export interface CodeTable {
  id: string
  groupId: string
  parentId: string | null
  position: number
  /** Two to four letters that stand for it wherever its colour does. */
  mark: string
  name: string
  /** When to use it. */
  description: Generated<string>
  /** When not to. */
  notFor: Generated<string>
  colour: Colour
  version: Generated<number>
  madeAt: string
  madeBy: string
  retiredAt: string | null
  mergedInto: string | null
  removedAt: string | null
}
export type Code = Selectable<CodeTable>

/**
 * A code given to a passage. Those of a blind reading carry it and are no part of the group's own coding: its second
 * reader's as they are made, and the first's as they stood when both were done.
 */
export interface CodingTable {
  id: string
  groupId: string
  codeId: string
  passageId: string
  evidenceId: string
  readingId: string | null
  reader: ReaderPlace | null
  madeAt: string
  madeBy: string
  removedAt: string | null
}
export type Coding = Selectable<CodingTable>

/** A thought about a passage or a code. Its words are kept by version in `memoWords`; `wordsId` is the one that stands. */
export interface MemoTable {
  id: string
  groupId: string
  codeId: string | null
  passageId: string | null
  evidenceId: string | null
  readingId: string | null
  wordsId: string
  version: Generated<number>
  madeAt: string
  madeBy: string
  removedAt: string | null
}
export type Memo = Selectable<MemoTable>

export interface MemoWordsTable {
  id: string
  memoId: string
  words: string
  writtenAt: string
  writtenBy: string
}

/** The two who read the same pieces: the first for the group, the second blind. */
export type ReaderPlace = 'first' | 'second'

export interface BlindReadingTable {
  id: string
  groupId: string
  number: number
  why: Generated<string>
  firstReader: string
  secondReader: string
  startedAt: string
  startedBy: string
  firstDoneAt: string | null
  secondDoneAt: string | null
  /** Both are done, and from then on they see each other's. */
  comparedAt: string | null
  stoppedAt: string | null
  stoppedBy: string | null
}
export type BlindReading = Selectable<BlindReadingTable>

export interface BlindReadingPieceTable {
  readingId: string
  evidenceId: string
}

export interface BlindReadingCodeTable {
  readingId: string
  codeId: string
}

/** A place where two readers used different codes, and what the group made of it. */
export interface DifferenceTable {
  id: string
  readingId: string
  evidenceId: string
  passageId: string
  resolution: Resolution | null
  resolvedAt: string | null
  resolvedBy: string | null
}
export type Difference = Selectable<DifferenceTable>

export interface DifferenceCodeTable {
  differenceId: string
  codeId: string
  usedBy: ReaderPlace
}

export interface DifferenceRemarkTable {
  id: string
  differenceId: string
  words: string
  madeAt: string
  madeBy: string
}

/** Something that somebody did, in the group's order. The log only grows: undoing is an act that `undoes` another. */
export interface CodingActTable {
  id: string
  groupId: string
  number: number
  at: string
  personId: string
  did: string
  evidenceId: string | null
  readingId: string | null
  undoes: string | null
  redoes: string | null
}
export type CodingAct = Selectable<CodingActTable>

/** What an act changed of one thing: JSON of its facts before and after. Never words of evidence or of memos. */
export interface CodingChangeTable {
  actId: string
  place: number
  thing: 'code' | 'coding' | 'memo' | 'difference'
  thingId: string
  before: string
  after: string
}

/** A codebook or project of another program between being sent and being taken in; a day at most. `found` is JSON. */
export interface CodingImportTable {
  id: string
  groupId: string
  personId: string
  name: string
  found: string
  madeAt: string
}

declare module '../database.js' {
  interface Tables {
    codingImports: CodingImportTable
    codes: CodeTable
    codings: CodingTable
    memos: MemoTable
    memoWords: MemoWordsTable
    blindReadings: BlindReadingTable
    blindReadingPieces: BlindReadingPieceTable
    blindReadingCodes: BlindReadingCodeTable
    differences: DifferenceTable
    differenceCodes: DifferenceCodeTable
    differenceRemarks: DifferenceRemarkTable
    codingActs: CodingActTable
    codingChanges: CodingChangeTable
  }
}
