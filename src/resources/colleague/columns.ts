import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { type Column, day, number, text } from '../../web/columns.js'
import { yearSaid } from '../school-year.js'
import { colleaguesFor } from './colleagues.js'
import { type DayShown, daysFor } from './days.js'

interface DayOf extends DayShown {
  colleague: string
  year: number
}

/** Days of every outside colleague that somebody may read. */
export async function daysForAll(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<DayOf[]> {
  const all: DayOf[] = []
  for (const colleague of await colleaguesFor(db, person, network))
    for (const one of await daysFor(db, person, colleague))
      all.push({ ...one, colleague: colleague.name, year: colleague.year })
  return all
}

export const dayColumns: Column<DayOf>[] = [
  text('School year', 10, one => yearSaid(one.year)),
  text('Colleague', 24, one => one.colleague),
  day('Day', one => one.onDay),
  text('School', 28, one => one.school ?? 'All schools'),
  number('Days', 8, one => one.halfDays / 2),
  text('For what', 50, one => one.forWhat),
]
