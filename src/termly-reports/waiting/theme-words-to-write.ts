import { sql } from 'kysely'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import { waits } from '../../web/waiting.js'
import { reportKind } from '../short-reports/fields.js'

/** What a co-leader tells of their theme in the termly report: in the last four weeks of a term, as long as it is empty. */
export const themeWordsToWrite = waits({
  asks: inTheSameWords(
    (around: Around) => {
      const led = themesWhoseTermEnds(around)
      return { themes: led.map(one => one.themeId), terms: led.map(one => one.term.id) }
    },
    (db, { themes, terms }) =>
      db
        .selectFrom('themes')
        .select(['id', 'name'])
        .where('id', 'in', themes)
        .where('closedAt', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('texts')
                .select('texts.id')
                .where('texts.kind', '=', reportKind)
                .where('texts.owner', 'in', terms)
                .where('texts.field', '=', sql<string>`'theme-' || themes.id`)
                .where('texts.version', '>', 0),
            ),
          ),
        ),
  ),
  says: (themes, around) =>
    themesWhoseTermEnds(around).flatMap(({ themeId, networkId, term }) => {
      const theme = themes.find(one => one.id === themeId)
      if (!theme) return []
      return {
        text: themeWordsInWords({ theme: theme.name, term: term.name }),
        href: `/networks/${networkId}/reports/${term.slug}#f-theme-${themeId}`,
        action: 'Write the paragraph',
        due: term.endsOn,
        networkId,
      }
    }),
})

/** The themes that somebody leads, where the term is in its last weeks. */
function themesWhoseTermEnds({ person, terms, today }: Around) {
  return person.rolesWith('leads the theme').flatMap(({ themeId, networkId }) => {
    const term = termNow({ terms, today }, networkId)
    return themeId && term && isNearEnd(term, today) && today <= term.endsOn ? [{ themeId, networkId, term }] : []
  })
}

export function themeWordsInWords(one: { theme: string; term: string }): string {
  return `The report for ${one.term} has room for a paragraph of yours: what happened across the groups of ${one.theme}.`
}
