import type { Around } from '../../enquiries/around.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import type { WaitingKind } from '../../web/waiting.js'
import { reportKind } from '../short-reports/fields.js'

/** What a co-leader tells of their theme in the termly report: in the last four weeks of a term, as long as it is empty. */
export const themeWordsToWrite: WaitingKind<Around> = async ({ db, person, terms, today }) => {
  const led = person.rolesWith('leads the theme').flatMap(({ themeId, networkId }) => {
    const term = termNow({ terms, today }, networkId)
    return themeId && term && isNearEnd(term, today) && today <= term.endsOn ? [{ themeId, networkId, term }] : []
  })
  if (led.length === 0) return []
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      led.map(one => one.themeId),
    )
    .where('closedAt', 'is', null)
    .execute()
  const written = await db
    .selectFrom('texts')
    .select(['owner', 'field'])
    .where('kind', '=', reportKind)
    .where(
      'owner',
      'in',
      led.map(one => one.term.id),
    )
    .where('version', '>', 0)
    .execute()
  return led.flatMap(({ themeId, networkId, term }) => {
    const theme = themes.find(one => one.id === themeId)
    if (!theme || written.some(one => one.owner === term.id && one.field === `theme-${themeId}`)) return []
    return {
      text: themeWordsInWords({ theme: theme.name, term: term.name }),
      href: `/networks/${networkId}/reports/${term.slug}#f-theme-${themeId}`,
      action: 'Write the paragraph',
      due: term.endsOn,
      networkId,
    }
  })
}

export function themeWordsInWords(one: { theme: string; term: string }): string {
  return `The report for ${one.term} has room for a paragraph of yours: what happened across the groups of ${one.theme}.`
}
