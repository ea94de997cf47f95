import type { Db } from '../../database.js'
import { daysAfter, today } from '../../web/now.js'
import { day as inWords } from '../../words/words.js'
import type { BreakDates } from './breaks.js'

/** When the schools of a network are open, as far as it has entered its terms and the holidays within them. */
export interface SchoolDays {
  terms: { startsOn: string; endsOn: string }[]
  breaks: BreakDates[]
}

export async function schoolDaysOf(db: Db, networkId: string): Promise<SchoolDays> {
  const terms = await db
    .selectFrom('terms')
    .leftJoin('termBreaks', 'termBreaks.termId', 'terms.id')
    .select(['terms.id', 'terms.startsOn', 'terms.endsOn'])
    .select(['termBreaks.name', 'termBreaks.startsOn as breakFrom', 'termBreaks.endsOn as breakUntil'])
    .where('terms.networkId', '=', networkId)
    .orderBy('terms.startsOn')
    .orderBy('termBreaks.startsOn')
    .execute()
  return {
    terms: terms.filter(({ id }, place) => id !== terms[place - 1]?.id),
    breaks: terms.flatMap(({ name, breakFrom, breakUntil }) =>
      name && breakFrom && breakUntil ? [{ name, startsOn: breakFrom, endsOn: breakUntil }] : [],
    ),
  }
}

/** The holiday that a day falls in: within a term, or between two that are known; of other days nothing is known. */
export function holidayOn({ terms, breaks }: SchoolDays, day: string): BreakDates | undefined {
  const within = breaks.find(one => one.startsOn <= day && one.endsOn >= day)
  if (within || terms.some(term => term.startsOn <= day && term.endsOn >= day)) return within
  const last = terms
    .map(term => term.endsOn)
    .filter(end => end < day)
    .sort()
    .at(-1)
  const next = terms
    .map(term => term.startsOn)
    .filter(start => start > day)
    .sort()[0]
  return last && next ? { name: 'The holidays', startsOn: daysAfter(last, 1), endsOn: daysAfter(next, -1) } : undefined
}

/** The day itself, or the first one after the holiday that it falls in. */
export function schoolDayFrom(days: SchoolDays, day: string): string {
  const holiday = holidayOn(days, day)
  return holiday ? schoolDayFrom(days, daysAfter(holiday.endsOn, 1)) : day
}

/** So many days after a day, of which those in holidays are not counted: four weeks of school from 20 July end in autumn. */
export function schoolDaysAfter(days: SchoolDays, from: string, count: number): string {
  let day = schoolDayFrom(days, from)
  for (let left = count; left > 0; left--) day = schoolDayFrom(days, daysAfter(day, 1))
  return day
}

/** The day that is so many days of school away from today in a network: what is proposed, asked or waited for then. */
export async function inDaysOfSchool(db: Db, networkId: string, count: number): Promise<string> {
  return schoolDaysAfter(await schoolDaysOf(db, networkId), today(), count)
}

/** What is worth knowing of a day that somebody has chosen; empty where the schools are open. The choice stays theirs. */
export function aboutHoliday(days: SchoolDays, ...chosen: string[]): string {
  const told = chosen.flatMap(day => {
    const holiday = holidayOn(days, day)
    return holiday ? [`${inWords(day)} is in the holidays (${spanInWords(holiday)}).`] : []
  })
  return [...new Set(told)].join(' ')
}

/** `Half term, 15 February 2027 to 19 February 2027` */
export function spanInWords({ name, startsOn, endsOn }: BreakDates): string {
  return startsOn === endsOn ? `${name}, ${inWords(startsOn)}` : `${name}, ${inWords(startsOn)} to ${inWords(endsOn)}`
}
