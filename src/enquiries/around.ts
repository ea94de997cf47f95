import type { Db } from '../database.js'
import { enquiriesOf, type Enquiry } from './enquiry.js'
import type { Term } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { today } from '../web/now.js'

/** What is around somebody today: read once, and handed to everything that Your day is made of. */
export interface Around {
  db: Db
  person: Person
  /** `2027-03-05` */
  today: string
  /** The newest cycle of every group that they stand in some relation to. */
  enquiries: Enquiry[]
  /** The terms of their networks, the newest first. */
  terms: Term[]
}

/** @param networkIds narrows everything to these networks; all of theirs when left out */
export async function aroundPerson(db: Db, person: Person, networkIds?: string[]): Promise<Around> {
  const groups = await db
    .selectFrom('groups')
    .select('id')
    .where(eb =>
      eb.or([
        eb('id', 'in', [...person.groups.map(one => one.groupId), '']),
        eb('networkId', 'in', [...person.networkIds, '']),
      ]),
    )
    .$if(networkIds !== undefined, query => query.where('networkId', 'in', [...networkIds!, '']))
    .execute()
  const enquiries = await enquiriesOf(
    db,
    person,
    groups.map(group => group.id),
  )
  const networks = networkIds ?? [...new Set([...person.networkIds, ...enquiries.map(one => one.networkId)])]
  const terms = await db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', 'in', [...networks, ''])
    .orderBy('startsOn', 'desc')
    .execute()
  return { db, person, today: today(), enquiries, terms }
}

/** The term that today falls in; between terms, the one that ended last. */
export function termNow({ terms, today }: Pick<Around, 'terms' | 'today'>, networkId: string): Term | undefined {
  return terms.find(term => term.networkId === networkId && term.startsOn <= today)
}

/** Reports are asked for from four weeks before the last day of a term. */
export function isNearEnd(term: Pick<Term, 'endsOn'>, today: string): boolean {
  return today >= daysFrom(term.endsOn, -28)
}

/** daysFrom('2027-03-05', -28) → `2027-02-05` */
export function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
