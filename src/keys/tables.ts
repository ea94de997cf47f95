import type { Selectable } from 'kysely'

/** A group's key for one school: who looks after it. The names themselves are in the file beside (src/keys/store.ts). */
export interface PupilKeyTable {
  id: string
  groupId: string
  schoolId: string
  ownerId: string
  madeAt: string
  erasedAt: string | null
  erasedBy: string | null
}
export type PupilKey = Selectable<PupilKeyTable>

export interface KeyOpeningTable {
  id: string
  keyId: string
  personId: string
  because: string
  openedAt: string
  lastSeenAt: string
  closedAt: string | null
}
export type KeyOpening = Selectable<KeyOpeningTable>

/** A data lead who does not know the passphrase of a key asks a second person of the school to take it over. */
export interface KeyTakeoverTable {
  id: string
  keyId: string
  because: string
  askedAt: string
  askedBy: string
  agreedAt: string | null
  agreedBy: string | null
  refusedAt: string | null
  refusedBy: string | null
  usedAt: string | null
}
export type KeyTakeover = Selectable<KeyTakeoverTable>

declare module '../database.js' {
  interface Tables {
    pupilKeys: PupilKeyTable
    keyOpenings: KeyOpeningTable
    keyTakeovers: KeyTakeoverTable
  }
}
