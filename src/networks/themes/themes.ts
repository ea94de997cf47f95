import type { Db } from '../../database.js'
import { newId } from '../../web/new-id.js'
import { byName } from '../../words/words.js'
import type { Network, Theme } from '../tables.js'

/** The themes of a network, by name; also those that are closed. */
export async function themesOf(db: Db, networkId: string): Promise<Theme[]> {
  const themes = await db.selectFrom('themes').selectAll().where('networkId', '=', networkId).execute()
  return themes.sort(byName)
}

/** The themes that groups of a network can ask about now, by name. */
export async function openThemesOf(db: Db, networkId: string): Promise<Theme[]> {
  return (await themesOf(db, networkId)).filter(theme => theme.closedAt === null)
}

/** The open themes of a network, each with the names of those who lead it. */
export async function themesWithLeaders(db: Db, networkId: string): Promise<(Theme & { leaders: string[] })[]> {
  const leaders = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['networkRoles.themeId', 'people.name'])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.role', '=', 'co-leader')
    .where('networkRoles.endedAt', 'is', null)
    .execute()
  return (await openThemesOf(db, networkId)).map(theme => ({
    ...theme,
    leaders: leaders.filter(one => one.themeId === theme.id).map(one => one.name),
  }))
}

/** A theme that groups can ask about from now on. */
export async function addTheme(db: Db, network: Network, words: { name: string; about: string }): Promise<void> {
  await db
    .insertInto('themes')
    .values({ id: newId(), networkId: network.id, ...words, closedAt: null })
    .execute()
}
