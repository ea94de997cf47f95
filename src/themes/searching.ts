import type { Db } from '../database.js'
import type { Theme } from '../networks/tables.js'
import { readers } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Searchable } from '../search/searchables.js'
import type { themeFacts } from './facts.js'
import { themeAddress, themesById } from './themes.js'

const ofTheme = [
  'theme added',
  'theme described',
  'theme closed',
  'theme reopened',
  'theme objective added',
  'theme objective answered',
  'theme objective removed',
] satisfies (keyof typeof themeFacts)[]

/** Themes, by the names that they had before too, and by their objectives. */
export const themeSearch: Searchable = {
  kind: 'theme',
  one: 'theme',
  many: 'themes',
  version: 1,
  renewals: [after(ofTheme, itself)],
  ids: idsIn('themes'),
  async entries(db, ids) {
    const themes = await db.selectFrom('themes').selectAll().where('id', 'in', ids).execute()
    const words = await wordsOfThemes(db, themes)
    const dayOf = await daysOfThemes(db, themes)
    return themes.map(theme => ({
      record: theme.id,
      title: theme.name,
      words: words(theme),
      day: dayOf(theme),
      readers: readersOfTheme(theme),
      about: {},
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const themes = [...(await themesById(db, person, ids)).values()]
    const words = await wordsOfThemes(db, themes)
    const dayOf = await daysOfThemes(db, themes)
    return themes.map(theme => ({
      ...inTheme(theme),
      record: theme.id,
      kind: theme.closedAt ? 'theme, closed' : 'theme',
      title: theme.name,
      words: words(theme),
      href: themeAddress(theme),
      day: dayOf(theme),
      by: null,
    }))
  },
}

/** The learning activities that themes have agreed. */
export const activitySearch: Searchable = {
  kind: 'theme-activity',
  one: 'learning activity',
  many: 'learning activities',
  version: 1,
  renewals: [
    after(['theme activity agreed', 'theme activity changed', 'theme activity done', 'theme activity dropped'], itself),
  ],
  ids: idsIn('themeActivities'),
  async entries(db, ids) {
    return (await activitiesBy(db, ids)).map(one => ({
      record: one.id,
      title: one.activity,
      words: plainWords([one.forWhom, one.cameOfIt].join('\n')),
      day: one.onDay ?? one.agreedAt,
      readers: readersOfTheme({ id: one.themeId, networkId: one.networkId }),
      about: { by: one.agreedBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const rows = await activitiesBy(db, ids)
    const themes = await themesById(
      db,
      person,
      rows.map(row => row.themeId),
    )
    return rows.flatMap(one => {
      const theme = themes.get(one.themeId)
      if (!theme) return []
      return [
        {
          ...inTheme(theme),
          record: one.id,
          kind: 'learning activity',
          title: one.activity,
          words: plainWords([one.forWhom, one.cameOfIt].join('\n')),
          href: `${themeAddress(theme)}/activities#activity-${one.id}`,
          day: one.onDay ?? one.agreedAt,
          by: one.agreedBy,
        },
      ]
    })
  },
}

/** Workshops and sharing sessions. */
export const sessionSearch: Searchable = {
  kind: 'theme-session',
  one: 'session',
  many: 'sessions',
  version: 1,
  renewals: [
    after(
      ['theme session planned', 'theme session changed', 'theme session cancelled', 'theme session told of'],
      itself,
    ),
  ],
  alsoCalled: [{ names: ['workshop', 'workshops', 'sharing session', 'sharing sessions'], kinds: ['theme-session'] }],
  ids: idsIn('themeSessions'),
  async entries(db, ids) {
    return (await sessionsBy(db, ids)).map(one => ({
      record: one.id,
      title: one.title,
      words: wordsOfSession(one),
      day: one.startsAt,
      readers: readersOfTheme({ id: one.themeId, networkId: one.networkId }),
      about: { by: one.plannedBy, schools: one.schoolId ? [one.schoolId] : [] },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const rows = await sessionsBy(db, ids)
    const themes = await themesById(
      db,
      person,
      rows.map(row => row.themeId),
    )
    return rows.flatMap(one => {
      const theme = themes.get(one.themeId)
      if (!theme) return []
      return [
        {
          ...inTheme(theme),
          record: one.id,
          kind: one.kind,
          title: one.title,
          words: wordsOfSession(one),
          href: `${themeAddress(theme)}/sessions/${one.id}`,
          day: one.startsAt,
          schools: one.schoolId ? [{ id: one.schoolId, name: one.school ?? '' }] : [],
          by: one.plannedBy,
        },
      ]
    })
  },
}

function readersOfTheme(theme: Pick<Theme, 'id' | 'networkId'>): string[] {
  return [readers.staff(theme.networkId), readers.facilitatorOfTheme(theme.id)]
}

function inTheme(theme: Pick<Theme, 'id'>) {
  return { thing: `theme ${theme.id}`, label: '', schools: [], group: null }
}

/** When a theme closed, or was made; one from before that was kept is as old as its network. */
async function daysOfThemes(db: Db, themes: Theme[]): Promise<(theme: Theme) => string> {
  const networks = await db
    .selectFrom('networks')
    .select(['id', 'createdAt'])
    .where('id', 'in', [...new Set(themes.map(theme => theme.networkId)), ''])
    .execute()
  const began = new Map(networks.map(one => [one.id, one.createdAt]))
  return theme => theme.closedAt ?? theme.madeAt ?? began.get(theme.networkId)!
}

async function wordsOfThemes(db: Db, themes: Theme[]): Promise<(theme: Theme) => string> {
  const ids = [...themes.map(theme => theme.id), '']
  const names = await db.selectFrom('themeNames').selectAll().where('themeId', 'in', ids).orderBy('untilAt').execute()
  const objectives = await db
    .selectFrom('themeObjectives')
    .selectAll()
    .where('themeId', 'in', ids)
    .where('removedAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return ({ id, about, focus, closedBecause }) =>
    plainWords(
      [
        about,
        focus,
        ...names.filter(one => one.themeId === id).map(one => `It was called ${one.name}.`),
        ...objectives.filter(one => one.themeId === id).flatMap(one => [one.objective, one.cameOfIt]),
        closedBecause,
      ]
        .filter(Boolean)
        .join('\n\n'),
    )
}

function activitiesBy(db: Db, ids: string[]) {
  return db
    .selectFrom('themeActivities')
    .innerJoin('themes', 'themes.id', 'themeActivities.themeId')
    .selectAll('themeActivities')
    .select('themes.networkId')
    .where('themeActivities.id', 'in', ids)
    .execute()
}

function sessionsBy(db: Db, ids: string[]) {
  return db
    .selectFrom('themeSessions')
    .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
    .leftJoin('schools', 'schools.id', 'themeSessions.schoolId')
    .selectAll('themeSessions')
    .select(['themes.networkId', 'schools.name as school'])
    .where('themeSessions.id', 'in', ids)
    .execute()
}

function wordsOfSession(one: { about: string; ledBy: string; place: string; cameOfIt: string }): string {
  return plainWords([one.about, one.ledBy, one.place, one.cameOfIt].filter(Boolean).join('\n\n'))
}
