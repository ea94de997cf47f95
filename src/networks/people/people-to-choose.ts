import type { Db } from '../../database.js'
import { type NetworkRight, rolesThat } from '../../people/roles/roles.js'
import { byName } from '../../words/words.js'

export interface PersonToChoose {
  id: string
  name: string
  /** Where they work, or what they are here: `Weir Lane Primary`, `partner`. */
  is: string
}

/** Everybody whose roles in the network grant the right now, by name. */
export async function peopleWith(db: Db, networkId: string, right: NetworkRight): Promise<PersonToChoose[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['people.id', 'people.name', 'networkRoles.role', 'schools.name as school'])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.role', 'in', rolesThat(right))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('networkRoles.beganAt')
    .execute()
  const people = new Map<string, PersonToChoose>()
  for (const { id, name, role, school } of rows) {
    const works = rolesThat('works').some(one => one === role)
    const is = works ? (school ?? role) : [role, school].filter(Boolean).join(', ')
    if (!people.has(id) || (works && school)) people.set(id, { id, name, is })
  }
  return [...people.values()].sort(byName)
}

/** The same, to be chosen from. */
export async function peopleToChoose(
  db: Db,
  networkId: string,
  right: NetworkRight,
): Promise<{ value: string; text: string }[]> {
  const people = await peopleWith(db, networkId, right)
  return people.map(({ id, name, is }) => ({ value: id, text: `${name}, ${is}` }))
}
