import type { Db, Trx } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { Reader } from '../../names/reader.js'
import type { Enquiry } from '../enquiry.js'

/** What a room does between two cycles: what it takes from a finished one into the next, and how the two compare. */
export interface CarryForward {
  carries?: Carrying
  compares?: Comparing
}

/** One line of what goes along, on the page where the next cycle begins. */
export interface Carrying {
  /** The value of its tick: `claims`. */
  name: string
  /** How many there are and what happens to them, for those who begin the next cycle; undefined where there is nothing. */
  offered(db: Db, from: Enquiry): Promise<Offer | undefined>
  /** Takes them along, in the transaction that begins the cycle. Left out, they are the group's and there in every cycle. */
  take?(trx: Trx, from: Enquiry, to: { id: string; cycle: number }, person: Person): Promise<void>
}

export interface Offer {
  /** `12 claims` */
  text: string
  hint: string
  /** Ticked from the start. */
  isUsual: boolean
}

/** Two cycles of one group, the earlier first, as one person reads them. */
export interface TwoCycles {
  before: Enquiry
  after: Enquiry
}

/** What one person may read of both, side by side; undefined where neither has anything. */
export type Comparing = (db: Db, person: Reader, cycles: TwoCycles) => Promise<Compared | undefined>

export interface Compared {
  heading: string
  rows: ComparedRow[]
}

export interface ComparedRow {
  /** What both cells are of. */
  name: string
  before: ComparedLine[]
  after: ComparedLine[]
}

export interface ComparedLine {
  text: string
  href?: string
}
