import type { Generated, Selectable } from 'kysely'

export const commonDayKinds = ['closure day', 'twilight session'] as const
export type CommonDayKind = (typeof commonDayKinds)[number]

/** A day that the schools of a network keep in common: closed to pupils, or a session after school. */
export interface CommonDayTable {
  id: string
  networkId: string
  kind: CommonDayKind
  title: string
  about: Generated<string>
  place: Generated<string>
  startsOn: string
  /** The last day; the first one again where it is a single day. */
  endsOn: string
  /** `16:00`, by the clock in the schools; empty for whole days. */
  begins: Generated<string>
  finishes: Generated<string>
  /** The day of the year before that it was proposed from. */
  follows: string | null
  setAt: string
  setBy: string
  sequence: Generated<number>
  changedAt: string
  cancelledAt: string | null
  cancelledBy: string | null
  cancelledBecause: Generated<string>
}
export type CommonDay = Selectable<CommonDayTable>

export const commonDayAnswers = ['kept', 'not kept', 'own'] as const
export type CommonDayAnswer = (typeof commonDayAnswers)[number]

/** What a school says to a day: keeps it, does not, or holds one of its own instead. */
export interface CommonDayAnswerTable {
  commonDayId: string
  schoolId: string
  answer: CommonDayAnswer
  note: Generated<string>
  answeredAt: string
  answeredBy: string
}
export type SchoolAnswer = Selectable<CommonDayAnswerTable>

/** Whose dates an address gives: all of somebody’s own, those that they are asked to, a network’s, a group’s. */
export const feedKinds = ['own', 'asked', 'network', 'group'] as const
export type FeedKind = (typeof feedKinds)[number]

/** A secret address at which a program elsewhere reads a calendar, with the rights of the person who made it. */
export interface CalendarFeedTable {
  id: string
  personId: string
  of: FeedKind
  networkId: string | null
  groupId: string | null
  tokenHash: string
  madeAt: string
  renewedAt: string | null
  endedAt: string | null
}
export type CalendarFeed = Selectable<CalendarFeedTable>

declare module '../database.js' {
  interface Tables {
    commonDays: CommonDayTable
    commonDayAnswers: CommonDayAnswerTable
    calendarFeeds: CalendarFeedTable
  }
}
