import type { EnquiryHead } from '../../enquiries/head.js'
import type { NetworkHead } from '../../networks/head.js'
import type { PageOf } from '../../web/page-of.js'
import type { Crumb } from '../../web/show.js'
import type { KindOfDate } from './kinds.js'
import type { MonthInList } from './list.js'
import type { DayOnSheet } from './month.js'

export interface CalendarPage {
  title: string
  breadcrumbs: Crumb[]
  /** At the top of a network’s, or of a group’s; somebody’s own has neither. */
  head: EnquiryHead | NetworkHead | null
  /** `March 2027`, `March to May 2027` */
  name: string
  view: 'month' | 'list'
  views: { month: string; list: string }
  before: { href: string; text: string }
  after: { href: string; text: string }
  /** Where today is; null where it is shown already. */
  now: string | null
  kinds: (KindOfDate & { href: string; isOn: boolean })[]
  asked: { href: string; isOn: boolean }
  weeks: DayOnSheet[][] | null
  list: { months: MonthInList[]; page: PageOf<MonthInList> } | null
  isEmpty: boolean
  isNarrowed: boolean
  everything: string
  /** Where its secret addresses are made. */
  elsewhere: string
  commonDays: string | null
}

declare module '../../web/show.js' {
  interface Pages {
    'calendar/show': CalendarPage
  }
}
