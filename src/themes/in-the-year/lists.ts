import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import { networkList } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { themesInList } from '../describing/theme-list.js'
import { sessionsOfNetwork } from '../sessions/sessions.js'
import { activityColumns, type ActivityLine, sessionColumns, themeColumns } from './columns.js'

/** The themes of a network, for whoever works in it. */
export const themeList = networkList({
  name: 'themes',
  title: 'Themes',
  columns: themeColumns,
  lines: (db, person, network) => (works(person, network) ? themesInList(db, network.id) : none()),
})

export const activityList = networkList({
  name: 'theme-activities',
  title: 'Learning activities of the themes',
  columns: activityColumns,
  lines: (db, person, network) => (works(person, network) ? activitiesOfNetwork(db, network) : none()),
})

export const sessionList = networkList({
  name: 'theme-sessions',
  title: 'Sessions of the themes',
  columns: sessionColumns,
  lines: (db, person, network) => (works(person, network) ? sessionsOfNetwork(db, network.id) : none()),
})

function works(person: Person, network: Network): boolean {
  return person.works(network.id)
}

function none<Line>(): Promise<Line[]> {
  return Promise.resolve([])
}

function activitiesOfNetwork(db: Db, network: Network): Promise<ActivityLine[]> {
  return db
    .selectFrom('themeActivities')
    .innerJoin('themes', 'themes.id', 'themeActivities.themeId')
    .selectAll('themeActivities')
    .select('themes.name as theme')
    .where('themes.networkId', '=', network.id)
    .orderBy('themes.name')
    .orderBy('onDay')
    .execute()
}
