import type { Ahead } from '../calendar/reading/ahead.js'
import type { QuickLogging } from '../captures/quick-logging.js'
import type { CalendarDate } from '../icalendar/calendar-date.js'
import type { NetworkHead } from '../networks/head.js'
import type { Network } from '../networks/tables.js'
import type { DueOfOthers } from './week/due-of-others.js'
import type { TakenOn } from './week/taken-on-more.js'
import type { OfHeadsSchools } from '../recommendations/of-school/on-your-day.js'
import type { Work } from '../published/works.js'
import type { NewForYou } from './new-for-you.js'
import type { OpenGroup } from './open-groups.js'
import type { Beginning } from './first-steps/beginnings.js'
import type { Waiting } from '../web/waiting.js'
import type { Tour } from './tour/touring.js'
import type { GroupsInNetwork } from './your-groups.js'

export interface FrontPage {
  title: string
  published: Work[]
}

export interface YourDayPage {
  title: string
  /** The reader’s name, as they wrote it: what in it is a title, a first or a family name only they know. */
  name: string
  today: string
  /** A note of the first visit. */
  tour: Tour | null
  /** What comes first in a new network or group, or for somebody new. */
  first: { beginnings: Beginning[]; back: string; named: boolean } | null
  /** Undefined for those who are in no group: they are not asked. */
  quick: QuickLogging | undefined
  waiting: Waiting[]
  /** What stands in the place of a list when nothing waits. */
  calm: string
  /** What a head's school promised, and what is in place there. */
  recommended: OfHeadsSchools | null
  news: NewForYou
  networks: GroupsInNetwork[]
  /** What concerns them this week. */
  ahead: Ahead
  /** Whether the networks are told apart by name. */
  severalNetworks: boolean
  /** Groups to join, for staff who stand in no relation to any yet. */
  open: { groups: OpenGroup[]; total: number; propose: { href: string; text: string }[] } | null
  /** Ways on for somebody who works in no group: a reader, an administrator, a leader. */
  ways: { href: string; text: string; hint: string }[]
  /** Forums that a guest is invited to read. */
  asGuest: { href: string; text: string }[]
  published: Work[]
}

export interface WeekPage {
  title: string
  head: NetworkHead
  network: Network
  /** From the reader, and from others. */
  due: Waiting[]
  ofOthers: DueOfOthers[]
  ahead: CalendarDate[]
  quiet: { id: string; name: string }[]
  more: TakenOn[]
}

declare module '../web/show.js' {
  interface Pages {
    'your-day/front': FrontPage
    'your-day/day': YourDayPage
    'your-day/week': WeekPage
  }
}
