import type { Selectable } from 'kysely'

/** What somebody did. Facts only grow; `number` is the order in which they were committed, whatever the clock says. */
export interface FactTable {
  id: string
  number: number
  kind: string
  at: string
  personId: string | null
  networkId: string | null
  /** The group that may hear of it; null where it is nobody's in the group to know. */
  groupId: string | null
  aboutKind: string | null
  aboutId: string | null
  because: string | null
  /** What this kind of fact says besides, as JSON. */
  details: string
  /** When it came in with the copy of a group: it stands in the group's history, and in the audit trail where it was done. */
  broughtAt: string | null
}
export type FactRow = Selectable<FactTable>

/** A fact that has still to be followed. */
export interface FactOutboxTable {
  factId: string
}

/** A follower that failed on a fact, and tries again. */
export interface FactRetryTable {
  factId: string
  follower: string
  tries: number
  nextAt: string
}

declare module '../database.js' {
  interface Tables {
    facts: FactTable
    factOutbox: FactOutboxTable
    factRetries: FactRetryTable
  }
}
