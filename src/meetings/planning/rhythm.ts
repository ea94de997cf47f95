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

interface Days {
  startsOn: string
  endsOn: string
}

/** A term, with the half term and the other holidays within it. */
type TermToPlan = Days & { breaks?: Days[] }

/** The days on which a circle with this rhythm meets in these terms, none of them in a holiday. @param weekday 1 for Monday */
export function daysOf(terms: TermToPlan[], rhythm: Rhythm, weekday: number): string[] {
  return terms.flatMap(term => {
    const days = daysOfSchool(term)
    return placesIn(term, days, rhythm)
      .map(place => days.slice(place).find(day => weekdayOf(day) === weekday))
      .filter(day => day !== undefined)
  })
}

/** The days of a term from first to last, weekends too, without those of its holidays. */
function daysOfSchool({ startsOn, endsOn, breaks = [] }: TermToPlan): string[] {
  const days: string[] = []
  for (let day = startsOn; day <= endsOn; day = daysAfter(day, 1))
    if (!breaks.some(one => one.startsOn <= day && one.endsOn >= day)) days.push(day)
  return days
}

/** From which days of school on a meeting is looked for: counted in them, so that no holiday makes a stretch seem long. */
function placesIn(term: TermToPlan, days: string[], rhythm: Rhythm): number[] {
  const { parts } = rhythms.find(one => one.rhythm === rhythm)!
  const length = days.length - 1
  if (!parts) return everyFourWeeks(length)
  const half = rhythm === 'half-termly' ? halfTermOf(term) : undefined
  if (!half) return parts.map(part => Math.round(length * part))
  const first = days.filter(day => day < half.startsOn).length
  return [Math.round(first * intoAHalf), first + Math.round((days.length - first) * intoAHalf)]
}

/** How far into each half of a term a circle meets. */
const intoAHalf = 2 / 5

/** The holiday that divides a term: its longest, if that is more than a long weekend. */
function halfTermOf({ breaks = [] }: TermToPlan): Days | undefined {
  const lasts = ({ startsOn, endsOn }: Days) => Date.parse(endsOn) - Date.parse(startsOn)
  const [longest] = [...breaks].sort((one, other) => lasts(other) - lasts(one))
  return longest && longest.endsOn >= daysAfter(longest.startsOn, 4) ? longest : undefined
}

function everyFourWeeks(length: number): number[] {
  return Array.from({ length: Math.floor(Math.max(0, length - 7) / 28) + 1 }, (_, at) => 7 + at * 28)
}

/** 1 for Monday */
function weekdayOf(day: string): number {
  return ((new Date(`${day}T12:00:00.000Z`).getUTCDay() + 6) % 7) + 1
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
