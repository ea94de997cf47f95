import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { Reader } from '../../names/reader.js'
import { datesOfAll, type DatesOf } from '../../networks/year.js'
import { dayOf } from '../../web/now.js'

/** Days, both of them included. */
export interface DaySpan {
  from: string
  until: string
}

/** Whose calendar it is: everything of somebody’s own, only what they are asked to, a network’s, or a group’s. */
export type CalendarOf =
  { of: 'own' | 'asked' } | { of: 'network'; networkId: string } | { of: 'group'; groupId: string; networkId: string }

/**
 * The dates of a calendar that somebody may know of, in their order, as each room tells them. Somebody who was invited to a
 * group from outside hears of that group and of what they are asked to, and of nothing else in its network.
 * @param rooms the dates that every room brings
 */
export async function datesIn(
  db: Db,
  person: Reader,
  rooms: DatesOf[],
  calendar: CalendarOf,
  span: DaySpan,
): Promise<CalendarDate[]> {
  const networkIds = 'networkId' in calendar ? [calendar.networkId] : await networksOf(db, person)
  const kinds = calendar.of === 'group' ? rooms.filter(one => one.ofGroups) : rooms
  const told = await datesOfAll(kinds, { db, person, networkIds, ...span })
  return told.filter(date => isTheirs(person, date) && isIn(date, calendar) && isWithin(date, span)).sort(byTime)
}

/** Their networks, and those of groups that they were invited to. */
async function networksOf(db: Db, person: Reader): Promise<string[]> {
  const groupIds = person.groups.map(one => one.groupId)
  const groups =
    groupIds.length === 0
      ? []
      : await db.selectFrom('groups').select('networkId').distinct().where('id', 'in', groupIds).execute()
  return [...new Set([...person.networkIds, ...groups.map(one => one.networkId)])]
}

function isTheirs(person: Reader, { mine, networkId, groupId }: CalendarDate): boolean {
  const inGroup = groupId !== null && (person.isVolunteerIn(groupId) || person.isFacilitatorIn(groupId))
  return mine || inGroup || person.belongsTo(networkId)
}

function isIn(date: CalendarDate, calendar: CalendarOf): boolean {
  if (calendar.of === 'asked') return date.mine
  if (calendar.of === 'group') return date.groupId === calendar.groupId
  return true
}

function isWithin(date: CalendarDate, { from, until }: DaySpan): boolean {
  return firstDay(date) <= until && lastDay(date) >= from
}

export function firstDay({ starts }: CalendarDate): string {
  return dayOf(starts)
}

export function lastDay({ starts, ends }: CalendarDate): string {
  const [first, last] = [dayOf(starts), dayOf(ends ?? starts)]
  return last < first ? first : last
}

/** By day; whole days before hours; then by title, so that the same dates always stand in the same order. */
function byTime(one: CalendarDate, other: CalendarDate): number {
  const at = (date: CalendarDate) =>
    `${firstDay(date)} ${date.starts.length === 10 ? '' : date.starts} ${date.title} ${date.uid}`
  return at(one) < at(other) ? -1 : 1
}
