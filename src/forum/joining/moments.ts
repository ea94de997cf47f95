import { dayOf, momentOf } from '../../web/now.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { ForumPost } from '../tables.js'

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
