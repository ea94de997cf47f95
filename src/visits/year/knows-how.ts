import type { KnowsHowOf } from '../../networks/year.js'
import { daysAfter, today } from '../../web/now.js'

/** Whoever offered a visit said that colleagues may come and ask: for a year after the last day. */
export const visitsKnowHow: KnowsHowOf = async (db, person, network) => {
  if (!person.works(network.id)) return []
  const rows = await db
    .selectFrom('visits')
    .innerJoin('people', 'people.id', 'visits.offeredBy')
    .innerJoin('schools', 'schools.id', 'visits.schoolId')
    .select(['visits.id', 'visits.title', 'people.id as personId', 'people.name', 'schools.name as school'])
    .where('visits.networkId', '=', network.id)
    .where('visits.lastOn', '>=', daysAfter(today(), -365))
    .where('visits.kind', '=', 'offered')
    .where('visits.cancelledAt', 'is', null)
    .where('schools.leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.map(({ id, title, personId, name, school }) => ({
    ...{ personId, name, school, what: title },
    because: 'shows it on a visit',
    href: `/networks/${network.id}/visits/${id}`,
  }))
}
