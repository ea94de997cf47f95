import { paragraph, text } from '../../documents/making-blocks.js'
import type { BroughtReportPart, NewsOf } from '../../networks/year.js'
import { dayOf, daysAfter } from '../../web/now.js'
import { mayReadNetworkCalendar } from '../permissions.js'
import { answersTo } from './answering.js'
import { commonDaysOf } from './days.js'
import { datesInWords } from './in-words.js'

/** The days that schools kept together this term; how many kept each, and never which. */
export const daysKept: BroughtReportPart = {
  part: 'common-days',
  heading: 'Days we kept together',
  holds: 'Closure days and twilight sessions that were held this term, and how many schools kept each.',
  behind: 'time',
  async blocks(db, network, _term, span) {
    const all = await commonDaysOf(db, network.id, { from: dayOf(span.from), until: daysAfter(dayOf(span.until), -1) })
    const days = all.filter(day => day.cancelledAt === null)
    const answers = await answersTo(
      db,
      days.map(day => day.id),
    )
    const lines = days.flatMap(day => {
      const kept = answers.filter(one => one.commonDayId === day.id && one.answer === 'kept').length
      if (kept === 0) return []
      return [`${day.title}, ${datesInWords(day)}. ${kept === 1 ? 'One school' : `${kept} schools`} kept it.`]
    })
    if (lines.length === 0) return []
    const items = lines.map(line => ({ blocks: [{ kind: 'paragraph' as const, inlines: text(line) }] }))
    const intro = paragraph('On these days our schools closed together, or met after school.')
    return [intro, { kind: 'list', ordered: false, tight: true, items }]
  },
}

/** Days that were set since, for those who work in the network. */
export const newCommonDays: NewsOf = async (db, person, network, since) => {
  if (!mayReadNetworkCalendar(person, network)) return []
  const days = await db
    .selectFrom('commonDays')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('setAt', '>=', since)
    .where('cancelledAt', 'is', null)
    .orderBy('startsOn')
    .limit(20)
    .execute()
  return days.map(day => ({
    at: day.setAt,
    text: `A ${day.kind} in common is set: ${day.title}, ${datesInWords(day)}.`,
    href: `/networks/${network.id}/common-days/${day.id}`,
  }))
}
