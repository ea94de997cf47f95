import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import type { VisitWords } from '../forms.js'

/** What only the records can tell: a school that has left, a group of another network. By the name of the field. */
export async function mistakesIn(
  db: Db,
  person: Person,
  network: Pick<Network, 'id'>,
  { school, group, groups, theme }: Pick<VisitWords, 'school' | 'group' | 'groups' | 'theme'>,
): Promise<{ field: string; text: string }[]> {
  const mistakes: { field: string; text: string }[] = []
  const found = await db
    .selectFrom('schools')
    .select(['id', 'name', 'leftAt'])
    .where('id', '=', school)
    .where('networkId', '=', network.id)
    .executeTakeFirst()
  if (!found || !person.schoolsIn(network.id).includes(school))
    mistakes.push({ field: 'school', text: 'Choose a school that you work in' })
  else if (found.leftAt)
    mistakes.push({ field: 'school', text: `${found.name} does not belong to the network any more` })
  const asked = [...groups, ...(group ? [group] : [])]
  const known = await db
    .selectFrom('groups')
    .select('id')
    .where('networkId', '=', network.id)
    .where('id', 'in', [...asked, ''])
    .execute()
  const isStrange = (id: string) => !known.some(one => one.id === id)
  if (group && isStrange(group)) mistakes.push({ field: 'group', text: 'Choose a group of this network' })
  if (groups.some(isStrange)) mistakes.push({ field: 'groups', text: 'Choose groups of this network' })
  const isTheme = theme === '' || (await isThemeOf(db, network, theme))
  if (!isTheme) mistakes.push({ field: 'theme', text: 'Choose a theme of this network' })
  return mistakes
}

/** Whether the school that is asked belongs to the network now. */
export async function isSchoolOf(db: Db, network: Pick<Network, 'id'>, school: string): Promise<boolean> {
  const row = await db
    .selectFrom('schools')
    .select('id')
    .where('id', '=', school)
    .where('networkId', '=', network.id)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function isThemeOf(db: Db, network: Pick<Network, 'id'>, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('themes')
    .select('id')
    .where('id', '=', id)
    .where('networkId', '=', network.id)
    .executeTakeFirst()
  return row !== undefined
}
