import type { Db } from '../../database.js'
import { byName } from '../../words/words.js'
import type { Theme } from '../tables.js'

/** The themes of a network, by name; also those that are closed. */
export async function themesOf(db: Db, networkId: string): Promise<Theme[]> {
  const themes = await db.selectFrom('themes').selectAll().where('networkId', '=', networkId).execute()
  return themes.sort(byName)
}

/** The themes that groups of a network can ask about now, by name. */
export async function openThemesOf(db: Db, networkId: string): Promise<Theme[]> {
  return (await themesOf(db, networkId)).filter(theme => theme.closedAt === null)
}
