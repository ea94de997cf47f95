import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Person } from '../../people/person.js'

/** A day on which something began that may show in the numbers, such as an action. */
export interface Moment {
  on: string
  label: string
  /** The schools where it began; everywhere when there are none. */
  schoolIds: string[]
}

/** Later rooms say what began when, each in the `marks` of its face. */
export type Moments = (db: Db, person: Person, enquiry: Enquiry) => Promise<Moment[]>

/** All that the rooms know to have begun in a cycle, in the order of time. */
export async function momentsOf(all: Moments[], db: Db, person: Person, enquiry: Enquiry): Promise<Moment[]> {
  const found = await Promise.all(all.map(moments => moments(db, person, enquiry)))
  return found.flat().sort((one, other) => (one.on < other.on ? -1 : 1))
}
