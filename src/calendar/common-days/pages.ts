import type { NetworkHead } from '../../networks/head.js'
import type { Crumb } from '../../web/show.js'
import type { FormState } from '../../web/read.js'
import type { CommonDay } from '../tables.js'
import type { SchoolOnDay } from './answering.js'

/** A day with its dates in words, and how it stands with the schools. */
export interface DayInList extends CommonDay {
  href: string
  when: string
  answers: { kept: number; apart: number; open: number }
  /** What the reader’s own schools say to it. */
  own: string
}

export interface CommonDaysPage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  address: string
  /** `2026 to 2027` */
  year: string
  before: { href: string; text: string }
  after: { href: string; text: string }
  days: DayInList[]
  /** Of the year before, to be proposed again. */
  toCopy: number
  may: { set: boolean }
}

export interface CommonDayEditPage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  address: string
  back: string
  form: FormState
}

export interface CommonDayPage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  address: string
  common: CommonDay
  when: string
  cancelledBy: string
  schools: (SchoolOnDay & { inWords: string; mayAnswer: boolean; href: string })[]
  may: { change: boolean }
}

export interface CommonDayAnswerPage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  address: string
  back: string
  common: CommonDay
  when: string
  school: string
  answers: { value: string; text: string }[]
  form: FormState
}

export interface CommonDayCancellingPage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  address: string
  back: string
  common: CommonDay
  when: string
  form: FormState
}

export interface CommonDayCopyPage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  address: string
  back: string
  choices: { value: string; text: string; hint: string }[]
  form: FormState
}

declare module '../../web/show.js' {
  interface Pages {
    'calendar/common-days': CommonDaysPage
    'calendar/common-day-edit': CommonDayEditPage
    'calendar/common-day': CommonDayPage
    'calendar/common-day-answer': CommonDayAnswerPage
    'calendar/common-day-cancelling': CommonDayCancellingPage
    'calendar/common-day-copy': CommonDayCopyPage
  }
}
