import type { KnowsHowOf } from '../../networks/year.js'
import { addressOf } from '../listing.js'

/** Whoever is to be asked about a project that has begun, and has said so by being its contact. */
export const projectContacts: KnowsHowOf = async (db, person, network) => {
  if (!person.works(network.id)) return []
  const rows = await db
    .selectFrom('projects')
    .innerJoin('people', 'people.id', 'projects.contactId')
    .innerJoin('networkRoles', join =>
      join
        .onRef('networkRoles.personId', '=', 'people.id')
        .onRef('networkRoles.networkId', '=', 'projects.networkId')
        .on('networkRoles.endedAt', 'is', null),
    )
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['projects.id', 'projects.networkId', 'projects.title', 'people.id as personId', 'people.name'])
    .select('schools.name as school')
    .where('projects.networkId', '=', network.id)
    .where('projects.begunAt', 'is not', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('schools.name', 'desc')
    .execute()
  const once = new Map(rows.reverse().map(row => [row.id, row]))
  return [...once.values()].map(row => ({
    ...{ personId: row.personId, name: row.name, school: row.school ?? '', what: row.title },
    because: 'is asked about the project',
    href: addressOf(row),
  }))
}
