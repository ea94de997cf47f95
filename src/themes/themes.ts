import { sql } from 'kysely'
import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import { themesFacilitated } from '../groups/readers.js'
import { networkHead, type NetworkHead } from '../networks/head.js'
import type { Network, Theme } from '../networks/tables.js'
import type { Reader } from '../names/reader.js'
import type { Person } from '../people/person.js'
import { byName } from '../words/words.js'
import { mayChangeTheme, mayLeadTheme, mayReadTheme } from './permissions.js'
import type { ThemeName } from './tables.js'

/** A theme, as somebody opens it. */
export interface FoundTheme {
  person: Reader
  network: Network
  theme: Theme
  head: NetworkHead
  address: string
  may: { change: boolean; lead: boolean }
}

/** Somebody who leads a theme now, or has led it. */
export interface CoLeader {
  roleId: string
  id: string
  name: string
  email: string
  schoolId: string | null
  school: string | null
}

/** @throws NotFound for those who neither work in the network nor are invited in one of the theme’s groups */
export async function findTheme(db: Db, person: Reader, at: { network: string; theme: string }): Promise<FoundTheme> {
  const theme = await db
    .selectFrom('themes')
    .selectAll()
    .where('id', '=', at.theme)
    .where('networkId', '=', at.network)
    .executeTakeFirst()
  if (!theme || !mayReadTheme(person, theme, await facilitatesIn(db, person, theme.id))) throw new NotFound('theme')
  const network = await db.selectFrom('networks').selectAll().where('id', '=', at.network).executeTakeFirstOrThrow()
  return {
    person,
    network,
    theme,
    head: networkHead(network, person, 'themes'),
    address: themeAddress(theme),
    may: { change: mayChangeTheme(person, theme), lead: mayLeadTheme(person, theme) },
  }
}

/** Whether somebody is invited to challenge a group of this theme now. */
export async function facilitatesIn(db: Db, person: Person, themeId: string): Promise<boolean> {
  return (await themesFacilitated(db, person)).includes(themeId)
}

/** These themes, where the person may read them, by their ids. */
export async function themesById(db: Db, person: Reader, ids: string[]): Promise<Map<string, Theme>> {
  if (ids.length === 0) return new Map()
  const facilitated = await themesFacilitated(db, person)
  const rows = await db
    .selectFrom('themes')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const seen = rows.filter(theme => mayReadTheme(person, theme, facilitated.includes(theme.id)))
  return new Map(seen.map(theme => [theme.id, theme]))
}

export function themeAddress(theme: Pick<Theme, 'id' | 'networkId'>): string {
  return `/networks/${theme.networkId}/themes/${theme.id}`
}

/** Who leads the theme now, by name. */
export async function coLeadersOf(db: Db, themeId: string): Promise<CoLeader[]> {
  return (await coLeaders(db, [themeId])).map(({ themeId: _of, ...one }) => one)
}

/** Who leads these themes now, by name: with the theme of each. */
export async function coLeaders(db: Db, themeIds: string[]): Promise<(CoLeader & { themeId: string })[]> {
  if (themeIds.length === 0) return []
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['networkRoles.id as roleId', 'networkRoles.themeId', 'people.id', 'people.name', 'people.email'])
    .select(['networkRoles.schoolId', 'schools.name as school'])
    .where('networkRoles.themeId', 'in', themeIds)
    .where('networkRoles.role', '=', 'co-leader')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.map(row => ({ ...row, themeId: row.themeId! })).sort(byName)
}

/** The names that these themes had before, the newest first. */
export async function formerNamesOf(db: Db, themeIds: string[]): Promise<ThemeName[]> {
  if (themeIds.length === 0) return []
  return db.selectFrom('themeNames').selectAll().where('themeId', 'in', themeIds).orderBy('untilAt', 'desc').execute()
}

/** How many open groups each theme of a network has. */
export async function openGroupsByTheme(db: Db, networkId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('groups')
    .select(['themeId', sql<number>`count(*)`.as('groups')])
    .where('networkId', '=', networkId)
    .where('closedAt', 'is', null)
    .where('themeId', 'is not', null)
    .groupBy('themeId')
    .execute()
  return new Map(rows.map(row => [row.themeId!, Number(row.groups)]))
}
