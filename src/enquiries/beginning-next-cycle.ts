import type { Trx } from '../database.js'
import type { Person } from '../people/person.js'
import type { Enquiry } from './enquiry.js'

/** What a later room carries from a finished cycle into the next one, in the same transaction. */
export type CarryForward = (trx: Trx, from: Enquiry, to: { id: string; cycle: number }, person: Person) => Promise<void>
