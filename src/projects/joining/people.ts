import type { Db } from '../../database.js'
import { rolesThat } from '../../people/roles/roles.js'
import { byName } from '../../words/words.js'

/**
 * Everybody who belongs to the network now, or works in it, by name, with what they are: to be chosen from.
 * @param right what they must be allowed
 */
export async function peopleToChoose(
  db: Db,
  networkId: string,
  right: 'belongs' | 'works',
): Promise<{ value: string; text: string }[]> {
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
  const people = new Map<string, { id: string; name: string; is: string }>()
  for (const { id, name, role, school } of rows) {
    const works = rolesThat('works').some(one => one === role)
    const is = works ? (school ?? role) : [role, school].filter(Boolean).join(', ')
    if (!people.has(id) || (works && school)) people.set(id, { id, name, is })
  }
  return [...people.values()].sort(byName).map(({ id, name, is }) => ({ value: id, text: `${name}, ${is}` }))
}
