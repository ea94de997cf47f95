import type { Selectable } from 'kysely'

/** A line of a letter that waits to go out, together with whatever else waits for the same person. */
export interface LetterToSendTable {
  id: string
  personId: string
  /** Its kind, which has a switch of its own. */
  letter: string
  factId: string
  /** One sentence: what waits; empty where it is written when it goes out. */
  says: string
  /** Where it is settled, from the root of the workbench: `/claims/c1`. */
  address: string
  /** The follower that writes it when it goes out, from what is so by then; null where the sentence says everything. */
  writer: string | null
  writtenAt: string
  tries: number
  nextAt: string | null
  sentAt: string | null
  givenUpAt: string | null
}
export type LetterToSend = Selectable<LetterToSendTable>

/** An address from which letters come back. */
export interface AddressThatReturnsTable {
  email: string
  since: string
  /** The number with which the post office refused it: `550`. */
  said: string
}

/** The way to somebody's switches from a letter: it opens nothing else. */
export interface LetterDoorTable {
  personId: string
  token: string
}

declare module '../database.js' {
  interface Tables {
    lettersToSend: LetterToSendTable
    addressesThatReturn: AddressThatReturnsTable
    letterDoors: LetterDoorTable
  }
}
