import type { Db } from '../../database.js'
import type { Theme } from '../../networks/tables.js'
import { themesOf } from '../../networks/themes/themes.js'
import { now } from '../../web/now.js'
import { coLeaders, formerNamesOf, openGroupsByTheme } from '../themes.js'

/** A theme as the list of them shows it. */
export interface ThemeInList extends Theme {
  leaders: string[]
  formerNames: string[]
  groups: number
  /** Its next session. */
  next: { title: string; startsAt: string } | null
}

/** The themes of a network by name, also those that are closed: asked for all at once. */
export async function themesInList(db: Db, networkId: string): Promise<ThemeInList[]> {
  const themes = await themesOf(db, networkId)
  const ids = themes.map(theme => theme.id)
  const leaders = await coLeaders(db, ids)
  const names = await formerNamesOf(db, ids)
  const groups = await openGroupsByTheme(db, networkId)
  const ahead = await sessionsAhead(db, ids)
  return themes.map(theme => ({
    ...theme,
    leaders: leaders.filter(one => one.themeId === theme.id).map(one => one.name),
    formerNames: names.filter(one => one.themeId === theme.id).map(one => one.name),
    groups: groups.get(theme.id) ?? 0,
    next: ahead.find(one => one.themeId === theme.id) ?? null,
  }))
}

async function sessionsAhead(db: Db, themeIds: string[]) {
  if (themeIds.length === 0) return []
  return db
    .selectFrom('themeSessions')
    .select(['themeId', 'title', 'startsAt'])
    .where('themeId', 'in', themeIds)
    .where('startsAt', '>=', now())
    .where('cancelledAt', 'is', null)
    .orderBy('startsAt')
    .limit(100)
    .execute()
}
