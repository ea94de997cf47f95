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

declare module '../database.js' {
  interface Tables {
    pupilKeys: PupilKeyTable
    keyOpenings: KeyOpeningTable
  }
}
