import type { Term } from '../../networks/tables.js'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import { quoted, waits } from '../../web/waiting.js'
import { now } from '../../web/now.js'
import { themeAddress } from '../themes.js'

/** Somebody was asked to be the person to ask in their school. */
export const championsAsked = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('themeChampions')
        .innerJoin('themes', 'themes.id', 'themeChampions.themeId')
        .innerJoin('people', 'people.id', 'themeChampions.askedBy')
        .innerJoin('schools', 'schools.id', 'themeChampions.schoolId')
        .select(['themeChampions.id', 'themeChampions.themeId', 'themes.name as theme', 'themes.networkId'])
        .select(['people.name as asker', 'schools.name as school'])
        .where('themeChampions.personId', '=', me)
        .where('saidYesAt', 'is', null)
        .where('saidNoAt', 'is', null)
        .where('themeChampions.endedAt', 'is', null)
        .where('themes.closedAt', 'is', null),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.works(row.networkId))
      .map(row => ({
        text: askedInWords(row),
        href: `${themeAddress({ id: row.themeId, networkId: row.networkId })}/champions/${row.id}`,
        action: 'Answer the question',
        networkId: row.networkId,
      })),
})

export function askedInWords({ asker, theme, school }: { asker: string; theme: string; school: string }): string {
  return `${asker} asks whether you would be the person to ask about ${theme} at ${school}`
}

/** An agreed activity whose day is over: for the theme’s co-leaders. */
export const activitiesToTellOf = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ led: themesLed(person), today }),
    (db, { led, today }) =>
      db
        .selectFrom('themeActivities')
        .innerJoin('themes', 'themes.id', 'themeActivities.themeId')
        .select(['themeActivities.id', 'themeActivities.themeId', 'themeActivities.activity', 'themes.networkId'])
        .where('themeActivities.themeId', 'in', led)
        .where('themes.closedAt', 'is', null)
        .where('doneAt', 'is', null)
        .where('droppedAt', 'is', null)
        .where('onDay', '<', today)
        .orderBy('onDay'),
  ),
  says: rows =>
    rows.map(row => ({
      text: `The day of ${quoted(row.activity)} is over. What came of it?`,
      href: `${addressOf(row)}/activities/${row.id}`,
      action: 'Say what came of it',
      networkId: row.networkId,
    })),
})

/** A session of which nobody has said who came: for the theme’s co-leaders. */
export const sessionsToTellOf = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ led: themesLed(person), now: now() }),
    (db, { led, now }) =>
      db
        .selectFrom('themeSessions')
        .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
        .select(['themeSessions.id', 'themeSessions.themeId', 'themeSessions.title', 'themes.networkId'])
        .where('themeSessions.themeId', 'in', led)
        .where('themes.closedAt', 'is', null)
        .where('toldAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .where('endsAt', '<', now)
        .orderBy('startsAt'),
  ),
  says: rows =>
    rows.map(row => ({
      text: `${quoted(row.title)} is over. Who came, and what came of it?`,
      href: `${addressOf(row)}/sessions/${row.id}`,
      action: 'Say who came',
      networkId: row.networkId,
    })),
})

/** Near the end of a term, the note to the research and development circle. */
export const notesDue = waits({
  asks: inTheSameWords(
    (around: Around) => {
      const due = termsThatEnd(around)
      return {
        led: themesLed(around.person),
        networks: due.map(term => term.networkId),
        terms: due.map(term => term.id),
      }
    },
    (db, { led, networks, terms }) =>
      db
        .selectFrom('themes')
        .select(['id', 'name', 'networkId'])
        .where('id', 'in', led)
        .where('networkId', 'in', networks)
        .where('closedAt', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('themeTerms')
                .select('themeTerms.themeId')
                .whereRef('themeTerms.themeId', '=', 'themes.id')
                .where('themeTerms.termId', 'in', terms)
                .where('themeTerms.noteSentAt', 'is not', null),
            ),
          ),
        ),
  ),
  says: (themes, around) =>
    themes.map(theme => {
      const term = termsThatEnd(around).find(one => one.networkId === theme.networkId)!
      return {
        text: `${theme.name}: the note for ${term.name} to the research and development circle`,
        href: `${themeAddress(theme)}/notes/${term.slug}`,
        action: 'Write the note',
        due: term.endsOn,
        networkId: theme.networkId,
      }
    }),
})

/** The term that ends soon of each network in which somebody leads a theme. */
function termsThatEnd({ person, terms, today }: Around): Term[] {
  const networks = new Set(person.rolesWith('leads the theme').map(role => role.networkId))
  return [...networks].flatMap(networkId => {
    const term = termNow({ terms, today }, networkId)
    return term && today <= term.endsOn && isNearEnd(term, today) ? [term] : []
  })
}

function addressOf({ themeId, networkId }: { themeId: string; networkId: string }): string {
  return themeAddress({ id: themeId, networkId })
}

function themesLed(person: Around['person']): string[] {
  return person.rolesWith('leads the theme').flatMap(role => role.themeId ?? [])
}
