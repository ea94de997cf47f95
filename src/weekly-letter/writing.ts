import { datesOfAll } from '../networks/year.js'
import type { Db } from '../database.js'
import { aroundPerson } from '../enquiries/around.js'
import type { CalendarDate } from '../icalendar/calendar-date.js'
import type { Letter } from '../mail/mail.js'
import type { Reader } from '../names/reader.js'
import type { Brought } from '../room.js'
import { daysAfter, today } from '../web/now.js'
import { dueSaid, type Waiting } from '../web/waiting.js'
import { day, listed, plural, time } from '../words/words.js'
import { waitingFor } from '../enquiries/waiting/what-waits.js'
import { mostNews, type NewsOfWeek, newsSince } from './what-is-new.js'

/** What the letter needs to know of the rooms. */
export type BroughtToLetters = Pick<Brought, 'facts' | 'threads' | 'waiting' | 'inTheYear'>

const mostDates = 12

/** What is in somebody's letter. */
export interface WeekOf {
  waiting: Waiting[]
  /** In each group and network, the groups first. */
  news: NewsOfWeek[]
  dates: CalendarDate[]
}

/** Everything that can be told to somebody: as far as they may read it today. @param since the moment until which it was told */
export async function weekOf(db: Db, person: Reader, brought: BroughtToLetters, since: string): Promise<WeekOf> {
  const around = await aroundPerson(db, person, brought.threads)
  const asked = { db, person, networkIds: person.networkIds, from: today(), until: daysAfter(today(), 7) }
  const dates = (await datesOfAll(brought.inTheYear.dates, asked)).filter(one => one.cancelledAt === null)
  return {
    waiting: await waitingFor(around, brought.waiting),
    news: await newsSince(db, person, brought, around.enquiries, since),
    dates: dates.sort((one, other) => one.starts.localeCompare(other.starts)),
  }
}

/** A letter is written only where something is new, or something waits. */
export function isWorthALetter({ waiting, news }: WeekOf): boolean {
  return waiting.length > 0 || news.length > 0
}

/** The letter, in plain text. What somebody typed in a group or a draft stays behind its link. */
export function weeklyLetter(person: Reader, week: WeekOf, baseUrl: string, off?: string): Letter {
  const parts = [
    `Hello ${person.name},`,
    ...stepIn(week.waiting, baseUrl),
    ...newsInLines(week.news, baseUrl),
    ...datesIn(week.dates, baseUrl),
    `This letter comes once a week at most, and only when there is something in it. Another day, or none:\n${baseUrl}/letters`,
    ...(off ? [`No more weekly letters, by one press:\n${off}`] : []),
  ]
  return { to: person.email, subject: subjectOf(week), text: `${parts.join('\n\n')}\n`, ...(off && { off }) }
}

function subjectOf({ news, waiting }: WeekOf): string {
  const count = news.reduce((sum, one) => sum + one.lines.length, 0)
  if (count === 0) return `Your week: ${plural(waiting.length, 'thing waits', 'things wait')} for you`
  return `Your week: ${plural(count, 'new thing', 'new things')} in ${news.length > 3 ? `${news.length} places` : listed(news.map(one => one.place))}`
}

function stepIn(waiting: Waiting[], baseUrl: string): string[] {
  const [first] = waiting
  if (!first) return []
  const others = waiting.length - 1
  return [
    `${others > 0 ? `${waiting.length} THINGS WAIT FOR YOU, THIS ONE FIRST` : 'ONE THING WAITS FOR YOU'}\n\n${stepInWords(first)}\n${baseUrl}${first.href}`,
    ...(others > 0
      ? [
          `${plural(others, 'other thing stands', 'other things stand')} on Your day, for when there is time:\n${baseUrl}/`,
        ]
      : []),
  ]
}

/** What waits, without the words that somebody typed: a letter lies open in places that nobody here looks after. */
export function stepInWords({ text, action, due }: Waiting): string {
  const by = due ? ` ${dueSaid(due)}.` : ''
  return text.includes('“') ? `${action}. What it is about stands behind the link.${by}` : `${text} ${action}.${by}`
}

/** Five lines in all, so that the letter is read; the rest stands on Your day. */
function newsInLines(news: WeekOf['news'], baseUrl: string): string[] {
  const lines: string[] = []
  let left = mostNews
  for (const { place, lines: own } of news) {
    const told = own.slice(0, left)
    if (told.length === 0) break
    left -= told.length
    lines.push(`NEW IN ${place.toLocaleUpperCase('en-GB')}`, ...told.map(one => `${one.text}\n${baseUrl}${one.href}`))
  }
  const more = news.reduce((sum, one) => sum + one.lines.length, 0) - (mostNews - left)
  return more > 0 ? [...lines, `And ${more} more, on Your day:\n${baseUrl}/`] : lines
}

function datesIn(dates: CalendarDate[], baseUrl: string): string[] {
  if (dates.length === 0) return []
  return ['IN THE COMING DAYS', ...dates.slice(0, mostDates).map(one => `${dateInWords(one)}\n${baseUrl}${one.href}`)]
}

export function dateInWords({ starts, title, where, mine }: CalendarDate): string {
  const clock = starts.length > 10 ? `, ${time(starts)}` : ''
  return `${[`${day(starts)}${clock}`, title, where].filter(Boolean).join(' · ')}${mine ? ' (you are in it)' : ''}`
}
