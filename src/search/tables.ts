import type { Selectable } from 'kysely'

/** What is in the index: which record of which room stands under which number. Larger numbers are newer (see numbers.ts). */
export interface SearchEntryTable {
  number: number
  kind: string
  record: string
}
export type SearchEntry = Selectable<SearchEntryTable>

/** Records that changed and are not in the index until they are read again. */
export interface SearchWaitingTable {
  kind: string
  record: string
}

/** Records that a deed with many of them changed: they stay in the index by their old words until they are read again. */
export type SearchLaterTable = SearchWaitingTable

/** Places in the index whose records were taken out, and whose words have still to be. */
export interface SearchGoneTable {
  number: number
}

/** Kinds that are being read into the index from the beginning, and how far that is. */
export interface SearchRebuildingTable {
  kind: string
  after: string
}

declare module '../database.js' {
  interface Tables {
    searchEntries: SearchEntryTable
    searchWaiting: SearchWaitingTable
    searchLater: SearchLaterTable
    searchGone: SearchGoneTable
    searchRebuilding: SearchRebuildingTable
  }
}
