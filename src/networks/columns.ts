import { type Column, number, text } from '../web/columns.js'
import type { PersonInNetwork } from './people/people-of.js'
import type { School } from './tables.js'

/** The schools of a network as a list. */
export const schoolColumns: Column<School>[] = [
  text('URN', 10, school => school.urn),
  text('School', 40, school => school.name),
  text('Phase', 14, school => school.phase),
  number('Pupils', 10, school => school.roll),
  text('Town', 22, school => school.town),
  text('Postcode', 12, school => school.postcode),
  text('Local authority', 28, school => school.localAuthority),
  text('Language', 18, school => school.language),
]

interface RoleLine {
  person: PersonInNetwork
  role: PersonInNetwork['roles'][number]
}

/** A line for each role of each person. */
export function roleLines(people: PersonInNetwork[]): RoleLine[] {
  return people.flatMap(person => person.roles.map(role => ({ person, role })))
}

/** Who has which role in a network, as a list. */
export const personColumns: Column<RoleLine>[] = [
  text('Name', 28, ({ person }) => person.name),
  text('Email', 40, ({ person }) => person.email),
  text('Role', 20, ({ role }) => role.role),
  text('School', 28, ({ role }) => role.school),
  text('Theme', 28, ({ role }) => role.theme),
  text('Partner', 28, ({ role }) => role.partner),
]
