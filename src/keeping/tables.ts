import type { Selectable } from 'kysely'

/** How long a network keeps a kind of thing; null months are never by itself, and say why. */
export interface KeepingPeriodTable {
  networkId: string
  kind: string
  months: number | null
  because: string
  setAt: string
  setBy: string
}
export type KeepingPeriod = Selectable<KeepingPeriodTable>

/** What was said to go, of one kind and one group (or of a network as a whole), on one day. */
export interface KeepingRoundTable {
  id: string
  networkId: string
  groupId: string | null
  kind: string
  announcedOn: string
  announcedAt: string
  /** For how many seconds the workbench had run by then (src/backups/running-time.ts). */
  ran: number
  endedAt: string | null
}
export type KeepingRound = Selectable<KeepingRoundTable>

/** One thing of it: its id, and what it is called, a number and never its words. */
export interface KeepingThingTable {
  roundId: string
  thing: string
  label: string
  dueOn: string
  goneAt: string | null
  /** It does not go after all, or is to be said anew. */
  droppedAt: string | null
}
export type KeepingThing = Selectable<KeepingThingTable>

/** Who was told of it. */
export interface KeepingToldTable {
  roundId: string
  personId: string
  seenAt: string | null
}

/** Kept back with a reason, until a day or until somebody lets go: one thing, or whatever is a group’s. */
export interface KeepingHoldTable {
  id: string
  networkId: string
  groupId: string | null
  kind: string | null
  thing: string | null
  label: string
  because: string
  until: string | null
  heldAt: string
  heldBy: string
  endedAt: string | null
  endedBy: string | null
}
export type KeepingHold = Selectable<KeepingHoldTable>

/** The last day on which somebody was signed in. */
export interface AccountUsedTable {
  personId: string
  usedOn: string
}

declare module '../database.js' {
  interface Tables {
    keepingPeriods: KeepingPeriodTable
    keepingRounds: KeepingRoundTable
    keepingThings: KeepingThingTable
    keepingTold: KeepingToldTable
    keepingHolds: KeepingHoldTable
    accountsUsed: AccountUsedTable
  }
}
