import type { Db } from '../../database.js'
import type { Network, Term } from '../../networks/tables.js'
import { termsOf } from '../../networks/terms/terms.js'
import type { Span } from '../../networks/year.js'
import { beginningOf, daysAfter, today } from '../../web/now.js'
import { fromTo } from '../../words/words.js'
import { daysOfYear, schoolYear, spanOfYear, yearSaid } from '../school-year.js'

export interface TimeAsked {
  value: string
  name: string
  days: string
  span: Span
}

/** The term or school year that a page tells of: as asked for, or the term that is now. */
export async function timeAsked(db: Db, network: Network, asked: string) {
  const terms = await termsOf(db, network.id)
  const years = [...new Set([schoolYear(), ...terms.map(term => schoolYear(term.startsOn))])].sort((a, b) => b - a)
  const all = [...terms.map(ofTerm), ...years.map(ofYear)]
  const now = terms.find(term => term.startsOn <= today())
  const time = all.find(one => one.value === asked) ?? (now ? ofTerm(now) : ofYear(schoolYear()))
  return { time, terms: all.map(({ value, name }) => ({ value, text: name })) }
}

function ofTerm({ slug, name, startsOn, endsOn }: Term): TimeAsked {
  const span = { from: beginningOf(startsOn), until: beginningOf(daysAfter(endsOn, 1)) }
  return { value: slug, name, days: fromTo(startsOn, endsOn), span }
}

function ofYear(year: number): TimeAsked {
  const { from, until } = daysOfYear(year)
  const days = fromTo(from, until)
  return { value: String(year), name: `School year ${yearSaid(year)}`, days, span: spanOfYear(year) }
}
