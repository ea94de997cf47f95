import { dayOf } from '../../web/now.js'
import { time } from '../../words/words.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { ForumPost } from '../tables.js'

const hour = 3_600_000

/** A time of day in the schools, as a moment: `2026-07-03`, `09:30` → `2026-07-03T08:30:00.000Z`. */
export function momentOf(day: string, clock: string): string {
  const inWinter = Date.parse(`${day}T${clock}:00.000Z`)
  const inSummer = new Date(inWinter - hour).toISOString()
  const isSummer = dayOf(inSummer) === day && time(inSummer) === clock
  return isSummer ? inSummer : new Date(inWinter).toISOString()
}

type WithDate = Pick<
  ForumPost,
  | 'id'
  | 'networkId'
  | 'sentence'
  | 'onDay'
  | 'starts'
  | 'ends'
  | 'place'
  | 'postedAt'
  | 'dateSequence'
  | 'dateChangedAt'
  | 'dateCancelledAt'
  | 'goneAt'
>

/** The date of a post, as calendars know it. */
export function calendarDateOf(post: WithDate, mine: boolean): CalendarDate {
  const day = post.onDay ?? dayOf(post.postedAt)
  return {
    uid: `forum-${post.id}`,
    kind: 'invitation',
    // The words of a post that is gone are gone from calendars too.
    title: post.goneAt ? 'An invitation that is called off' : post.sentence,
    starts: post.starts ? momentOf(day, post.starts) : day,
    ends: post.starts && post.ends ? momentOf(day, post.ends) : null,
    where: post.place,
    href: `/networks/${post.networkId}/forum/${post.id}`,
    networkId: post.networkId,
    groupId: null,
    mine,
    sequence: post.dateSequence + (post.goneAt ? 1 : 0),
    changedAt: post.goneAt ?? post.dateChangedAt ?? post.postedAt,
    cancelledAt: post.dateCancelledAt ?? post.goneAt,
  }
}
