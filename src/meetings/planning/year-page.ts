import type { Db } from '../../database.js'
import { breaksIn } from '../../networks/terms/breaks.js'
import { likelyTerms, termsOf } from '../../networks/terms/terms.js'
import { dayOf, today } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import { topOf } from '../circles/circle-page.js'
import type { FoundCircle } from '../circles/circles.js'
import type { YearPage } from '../pages.js'
import { daysOf, meetsOn, type Rhythm, rhythms, schoolYearsOf, weekdays } from './rhythm.js'

/** @param lines the list of meetings that came of what was asked for */
export async function yearPage(
  db: Db,
  found: FoundCircle,
  form: FormState,
  lines: YearPage['lines'],
  listForm = formOf(),
): Promise<YearPage> {
  const { circle, network, address } = found
  const years = schoolYearsOf(await termsOf(db, network.id))
  return {
    ...topOf(found, `A year’s meetings: ${circle.name}`),
    ...{ circle, address, form, lines, listForm },
    years: years.map(({ year }) => ({
      value: String(year),
      text: `${year} to ${year + 1}`,
    })),
    rhythms: rhythms.map(({ rhythm, text }) => ({ value: rhythm, text })),
    weekdays: weekdays.map((text, place) => ({ value: String(place + 1), text })),
  }
}

/** What is most likely wanted. */
export async function firstForm(db: Db, { network, circle }: FoundCircle): Promise<FormState> {
  const [first] = schoolYearsOf(await termsOf(db, network.id))
  const rhythm = circle.kind === 'strategic' ? 'termly' : 'half-termly'
  return formOf({ year: first?.year ?? '', rhythm, weekday: 2, starts: '16:00', ends: '17:30', place: '' })
}

/** Meetings that lie ahead; days on which the circle meets already are told, and not ticked. */
export async function linesFor(
  db: Db,
  { network, circle }: FoundCircle,
  asked: { year: number; rhythm: Rhythm; weekday: number; starts: string; ends: string },
): Promise<NonNullable<YearPage['lines']>> {
  const year = schoolYearsOf(await termsOf(db, network.id)).find(one => one.year === asked.year)
  const holidays = await breaksIn(db, year?.terms.map(term => term.id) ?? [])
  const terms = (year?.terms ?? []).map(term => ({ ...term, breaks: holidays.filter(one => one.termId === term.id) }))
  const last = terms.at(-1)?.endsOn ?? ''
  // Later terms of the year, of which the network has not entered the days yet.
  const guessed = likelyTerms(`${asked.year}-09-01`).filter(term => term.startsOn > last)
  const taken = new Set((await meetsOn(db, circle)).map(dayOf))
  return daysOf([...terms, ...guessed], asked.rhythm, asked.weekday)
    .filter(on => on >= today())
    .map(on => ({
      ...{ on, starts: asked.starts, ends: asked.ends, kept: !taken.has(on) },
      also: taken.has(on)
        ? 'The circle meets on this day already'
        : on > last
          ? 'The days of this term are not entered yet: likely ones are taken'
          : '',
    }))
}

/** The list as somebody sent it, so that nothing of it is lost when a line needs mending. */
export function linesAsSent({ values }: FormState): NonNullable<YearPage['lines']> {
  const all = (name: string) => [values[name] ?? []].flat()
  const kept = new Set(all('keep'))
  return all('on').map((on, place) => ({
    ...{ on, starts: all('starts')[place] ?? '', ends: all('ends')[place] ?? '' },
    ...{ kept: kept.has(String(place)), also: '' },
  }))
}
