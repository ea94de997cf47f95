import type { Generated, Selectable } from 'kysely'

/** Something grave that is to be done to somebody's account, with what has been said to it. */
export interface GraveActTable {
  id: string
  /** A key of `graveKinds` (kinds.ts). */
  kind: GraveKindName
  /** Whose account it is. */
  personId: string
  askedAt: string
  askedBy: string
  agreedAt: Generated<string | null>
  agreedBy: Generated<string | null>
  /** When it is done, unless somebody stops it; null as long as a second person has not agreed. */
  takesEffectAt: Generated<string | null>
  stoppedAt: Generated<string | null>
  /** Null where it came to nothing by itself. */
  stoppedBy: Generated<string | null>
  doneAt: Generated<string | null>
}
export type GraveAct = Selectable<GraveActTable>

export type GraveKindName = 'second step taken off'

declare module '../../database.js' {
  interface Tables {
    graveActs: GraveActTable
  }
}
