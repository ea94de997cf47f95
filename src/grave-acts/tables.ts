import type { Generated, Selectable } from 'kysely'

/** Something grave: asked for by one, agreed to by another, told, and waiting until it is carried out, unless somebody stops it. */
export interface GraveActTable {
  id: string
  /** The name of a kind that a room brings (kinds.ts). */
  kind: string
  /** What it is done to: an account, a group, a key. */
  ofId: string
  networkId: string | null
  /** What was chosen with it, where there was a choice. */
  choice: string
  /** Why; empty once it is over, since the reason goes with it. */
  because: string
  askedAt: string
  askedBy: string
  agreedAt: Generated<string | null>
  agreedBy: Generated<string | null>
  /** From when on it is carried out; null as long as a second person has not agreed. */
  notBefore: Generated<string | null>
  /** For how many seconds the workbench must have run by then (src/backups/running-time.ts). */
  ripeWhenRan: Generated<number | null>
  stoppedAt: Generated<string | null>
  /** Null where it came to nothing by itself. */
  stoppedBy: Generated<string | null>
  /** What takes long is begun, and begun again where it was cut short. */
  begunAt: Generated<string | null>
  doneAt: Generated<string | null>
}
export type GraveAct = Selectable<GraveActTable>

/** Who was told of it, and whether they have said that they read it. */
export interface GraveActToldTable {
  actId: string
  personId: string
  seenAt: string | null
}

declare module '../database.js' {
  interface Tables {
    graveActs: GraveActTable
    graveActsTold: GraveActToldTable
  }
}
