import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import { quoted, type WaitingKind } from '../../web/waiting.js'
import { now } from '../../web/now.js'
import { themeAddress } from '../themes.js'

/** Somebody was asked to be the person to ask in their school. */
export const championsAsked: WaitingKind<Around> = async ({ db, person }) => {
  const rows = await db
    .selectFrom('themeChampions')
    .innerJoin('themes', 'themes.id', 'themeChampions.themeId')
    .innerJoin('people', 'people.id', 'themeChampions.askedBy')
    .innerJoin('schools', 'schools.id', 'themeChampions.schoolId')
    .select(['themeChampions.id', 'themeChampions.themeId', 'themes.name as theme', 'themes.networkId'])
    .select(['people.name as asker', 'schools.name as school'])
    .where('themeChampions.personId', '=', person.id)
    .where('saidYesAt', 'is', null)
    .where('saidNoAt', 'is', null)
    .where('themeChampions.endedAt', 'is', null)
    .where('themes.closedAt', 'is', null)
    .execute()
  return rows
    .filter(row => person.works(row.networkId))
    .map(row => ({
      text: askedInWords(row),
      href: `${themeAddress({ id: row.themeId, networkId: row.networkId })}/champions/${row.id}`,
      action: 'Answer the question',
      networkId: row.networkId,
    }))
}

export function askedInWords({ asker, theme, school }: { asker: string; theme: string; school: string }): string {
  return `${asker} asks whether you would be the person to ask about ${theme} at ${school}`
}

/** An agreed activity whose day is over, and a session of which nobody has said who came: for the theme’s co-leaders. */
export const toTellOf: WaitingKind<Around> = async ({ db, person, today }) => {
  const ids = themesLed(person)
  if (ids.length === 0) return []
  const activities = await db
    .selectFrom('themeActivities')
    .innerJoin('themes', 'themes.id', 'themeActivities.themeId')
    .select(['themeActivities.id', 'themeActivities.themeId', 'themeActivities.activity', 'themes.networkId'])
    .where('themeActivities.themeId', 'in', ids)
    .where('themes.closedAt', 'is', null)
    .where('doneAt', 'is', null)
    .where('droppedAt', 'is', null)
    .where('onDay', '<', today)
    .orderBy('onDay')
    .execute()
  const sessions = await db
    .selectFrom('themeSessions')
    .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
    .select(['themeSessions.id', 'themeSessions.themeId', 'themeSessions.title', 'themes.networkId'])
    .where('themeSessions.themeId', 'in', ids)
    .where('themes.closedAt', 'is', null)
    .where('toldAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .where('endsAt', '<', now())
    .orderBy('startsAt')
    .execute()
  const at = (row: { themeId: string; networkId: string }) =>
    themeAddress({ id: row.themeId, networkId: row.networkId })
  return [
    ...activities.map(row => ({
      text: `The day of ${quoted(row.activity)} is over. What came of it?`,
      href: `${at(row)}/activities/${row.id}`,
      action: 'Say what came of it',
      networkId: row.networkId,
    })),
    ...sessions.map(row => ({
      text: `${quoted(row.title)} is over. Who came, and what came of it?`,
      href: `${at(row)}/sessions/${row.id}`,
      action: 'Say who came',
      networkId: row.networkId,
    })),
  ]
}

/** Near the end of a term, the note to the research and development circle. */
export const notesDue: WaitingKind<Around> = async ({ db, person, today, terms }) => {
  const ids = themesLed(person)
  if (ids.length === 0) return []
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name', 'networkId'])
    .where('id', 'in', ids)
    .where('closedAt', 'is', null)
    .execute()
  const due = themes.flatMap(theme => {
    const term = termNow({ terms, today }, theme.networkId)
    return term && today <= term.endsOn && isNearEnd(term, today) ? [{ theme, term }] : []
  })
  if (due.length === 0) return []
  const sent = await db
    .selectFrom('themeTerms')
    .select(['themeId', 'termId'])
    .where('themeId', 'in', ids)
    .where('noteSentAt', 'is not', null)
    .execute()
  return due
    .filter(({ theme, term }) => !sent.some(one => one.themeId === theme.id && one.termId === term.id))
    .map(({ theme, term }) => ({
      text: `${theme.name}: the note for ${term.name} to the research and development circle`,
      href: `${themeAddress(theme)}/notes/${term.slug}`,
      action: 'Write the note',
      due: term.endsOn,
      networkId: theme.networkId,
    }))
}

function themesLed(person: Around['person']): string[] {
  return person.rolesWith('leads the theme').flatMap(role => role.themeId ?? [])
}
