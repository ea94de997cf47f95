import { createHash } from 'node:crypto'
import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { calendarText } from '../../icalendar/calendar-text.js'
import type { DatesOf } from '../../networks/year.js'
import { personById } from '../../people/people.js'
import { daysAfter, today } from '../../web/now.js'
import { type CalendarOf, datesIn, lastDay } from '../reading/dates-in.js'
import { choiceFor, type FeedChoice } from './choices.js'
import { feedBySecret } from './feeds.js'

/** Half a year back and a year and a half ahead. */
const days = { back: 182, ahead: 548 }

/**
 * The calendar at a secret address, as whoever made the address may read it now: with a membership that ended its dates are
 * gone, and the address itself leads nowhere when they may not open the calendar any more, or cannot sign in. What was
 * cancelled stays, as cancelled, while it lies ahead.
 * @returns the text, and what tells it from any other @throws NotFound
 */
export async function feedText(
  db: Db,
  rooms: DatesOf[],
  token: string,
  baseUrl: string,
): Promise<{ text: string; tag: string }> {
  const feed = await feedBySecret(db, token)
  const person = await personById(db, feed.personId)
  if (!person) throw new NotFound('page')
  const choice = await choiceFor(db, person, feed)
  const day = today()
  const span = { from: daysAfter(day, -days.back), until: daysAfter(day, days.ahead) }
  const dates = await datesIn(db, person, rooms, calendarIn(choice), span)
  const told = dates.filter(date => date.cancelledAt === null || lastDay(date) >= day)
  const text = calendarText(told, { name: nameElsewhere(choice), baseUrl })
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url')}"` }
}

function calendarIn({ of, networkId, groupId }: FeedChoice): CalendarOf {
  if (of === 'network') return { of, networkId: networkId! }
  return of === 'group' ? { of, groupId: groupId!, networkId: networkId! } : { of }
}

function nameElsewhere({ of, name }: FeedChoice): string {
  return of === 'own' || of === 'asked' ? 'Enquiry Workbench' : name
}
