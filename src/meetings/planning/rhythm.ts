import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { daysAfter, today } from '../../web/now.js'
import { aboutCircle } from '../circles/making.js'
import type { Circle } from '../tables.js'
import { type MeetingTime, type MeetingWords, planMeeting } from './planning.js'

/** How often a circle meets, and how far into a term each meeting falls. */
export const rhythms = [
  { rhythm: 'termly', text: 'Once a term', parts: [1 / 3] },
  { rhythm: 'half-termly', text: 'Every half term', parts: [1 / 5, 7 / 10] },
  { rhythm: 'monthly', text: 'Every four weeks', parts: null },
] as const

export type Rhythm = (typeof rhythms)[number]['rhythm']

export const rhythmNames = rhythms.map(one => one.rhythm)

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A school year by the year in which it begins, and its terms in their order. */
export interface SchoolYear {
  year: number
  terms: Term[]
}

/** The school years of which a network has terms that are not over yet, or the newest. @param terms the newest first */
export function schoolYearsOf(terms: Term[], day = today()): SchoolYear[] {
  const years = new Map<number, Term[]>()
  for (const term of [...terms].reverse()) {
    const year = Number(term.startsOn.slice(0, 4)) - (Number(term.startsOn.slice(5, 7)) < 8 ? 1 : 0)
    years.set(year, [...(years.get(year) ?? []), term])
  }
  const all = [...years].map(([year, own]) => ({ year, terms: own })).sort((one, other) => one.year - other.year)
  const open = all.filter(one => one.terms.some(term => term.endsOn >= day))
  return open.length > 0 ? open : all.slice(-1)
}

/** The days on which a circle with this rhythm meets in these terms. @param weekday 1 for Monday */
export function daysOf(terms: Pick<Term, 'startsOn' | 'endsOn'>[], rhythm: Rhythm, weekday: number): string[] {
  const { parts } = rhythms.find(one => one.rhythm === rhythm)!
  return terms.flatMap(term => {
    const length = daysBetween(term.startsOn, term.endsOn)
    const after = parts ? parts.map(part => Math.round(length * part)) : everyFourWeeks(length)
    return after
      .map(days => onWeekday(daysAfter(term.startsOn, days), weekday))
      .filter(day => day >= term.startsOn && day <= term.endsOn)
  })
}

function everyFourWeeks(length: number): number[] {
  return Array.from({ length: Math.floor(Math.max(0, length - 7) / 28) + 1 }, (_, at) => 7 + at * 28)
}

/** The first such weekday from a day on. */
function onWeekday(day: string, weekday: number): string {
  const is = ((new Date(`${day}T12:00:00.000Z`).getUTCDay() + 6) % 7) + 1
  return daysAfter(day, (weekday - is + 7) % 7)
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}

/** On which of these days the circle meets already. */
export async function meetsOn(db: Db, circle: Pick<Circle, 'id'>): Promise<string[]> {
  const rows = await db
    .selectFrom('meetings')
    .select('startsAt')
    .where('circleId', '=', circle.id)
    .where('startsAt', 'is not', null)
    .where('cancelledAt', 'is', null)
    .execute()
  return rows.map(row => row.startsAt!)
}

/** Makes the meetings of a year at once; one letter tells of all of them. */
export async function layOut(
  trx: Trx,
  circle: Circle,
  person: Person,
  words: Pick<MeetingWords, 'title' | 'place' | 'link'>,
  times: MeetingTime[],
): Promise<string[]> {
  const meetings: string[] = []
  for (const time of times) meetings.push(await planMeeting(trx, circle, person, words, time, { silent: true }))
  await record(trx, { kind: 'meetings laid out', by: person, meetings, ...aboutCircle(circle) })
  return meetings
}
