import type { Generated, Selectable } from 'kysely'

/** What somebody asks, or what has happened: each has a clock of its own (clocks.ts). */
export const requestKinds = ['access', 'erasure', 'complaint', 'breach'] as const
export type RequestKind = (typeof requestKinds)[number]

/**
 * A case about personal data. Whatever words it holds are sealed (said.ts): who asks, whom it is about, what happened. Who it is
 * about, among adults with an account, is the one thing that stands beside them.
 */
export interface DataRequestTable {
  id: string
  networkId: string
  /** The school that answers for the data; null where it is the network. */
  schoolId: string | null
  /** Its number in the network: `R4`. */
  number: number
  kind: RequestKind
  personId: string | null
  sealed: string | null
  /** When it came in; of a breach, when somebody became aware of it. */
  receivedAt: string
  dueOn: string
  extendedAt: string | null
  extendedBy: string | null
  identityAt: string | null
  identityBy: string | null
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  openedAt: string
  /** Null where it came in by the form for everybody. */
  openedBy: string | null
  /** How far the workbench is looked through, as JSON (looking/looking.ts); null when it is not. */
  looking: string | null
  lookedAt: string | null
  packedAt: string | null
  packedBy: string | null
  erasureAskedAt: string | null
  erasureAskedBy: string | null
  erasureConfirmedAt: string | null
  erasureConfirmedBy: string | null
  erasedAt: string | null
  closedAt: string | null
  closedBy: string | null
}
export type DataRequest = Selectable<DataRequestTable>

/** How a row was found: by a name, by a code, by its author, or as a file of a piece that was found. */
export type FoundBy = 'name' | 'code' | 'theirs' | 'file'
/** What of it goes along: with the names of others masked (null), as it is, or not at all. */
export type Going = 'as it is' | 'left out'
/** What erasing does with it: the piece goes wholly, the file goes, the name gives way to "a pupil", or it stays. */
export type Erasing = 'piece' | 'file' | 'words' | 'leave'

/** Where something was found, never what: the words are read anew from their own place each time. */
export interface DataRequestFindingTable {
  id: string
  requestId: string
  position: number
  /** A table, and the key of a row in it as JSON. */
  place: string
  rowKey: string
  /** The columns in which it was found, with commas. */
  columns: string
  how: FoundBy
  times: number
  evidenceId: string | null
  fileId: string | null
  going: Going | null
  erasing: Erasing | null
  /** Why it is left out, or stays. */
  because: Generated<string>
}
export type Finding = Selectable<DataRequestFindingTable>

declare module '../database.js' {
  interface Tables {
    dataRequests: DataRequestTable
    dataRequestFindings: DataRequestFindingTable
  }
}
