import type { Db } from '../../database.js'
import type { StagePart } from '../../enquiries/stages/stage-parts.js'
import type { Reader } from '../../names/reader.js'
import type { NetworkPart } from '../../networks/network-parts.js'
import type { DatesOf } from '../../networks/year.js'
import type { Brought } from '../../room.js'
import { today } from '../../web/now.js'
import { mayReadNetworkCalendar } from '../permissions.js'
import { daysAhead } from './calendar-page.js'
import { type CalendarOf, datesIn } from './dates-in.js'
import { monthsOf, type MonthInList } from './list.js'

/** The next few dates of a calendar, day by day, and whether there are more within those days. */
export interface Ahead {
  days: MonthInList['days']
  more: number
}

/** @param most how many dates at most */
export async function aheadIn(
  db: Db,
  person: Reader,
  rooms: DatesOf[],
  calendar: CalendarOf,
  { days, most }: { days: number; most: number },
): Promise<Ahead> {
  const span = daysAhead(days)
  const dates = (await datesIn(db, person, rooms, calendar, span)).filter(date => date.cancelledAt === null)
  const around = { from: span.from, today: today(), networks: new Map<string, string>() }
  return {
    days: monthsOf(dates.slice(0, most), around).flatMap(month => month.days),
    more: Math.max(0, dates.length - most),
  }
}

/** What somebody is asked to in the week that begins today: small, and nothing where there is nothing. */
export function thisWeek(db: Db, person: Reader, rooms: DatesOf[]): Promise<Ahead> {
  return aheadIn(db, person, rooms, { of: 'asked' }, { days: 7, most: 4 })
}

/** The next dates of a group on its own page; where there are none, those in it find the way to its calendar. */
export const aheadOnGroup = ({ inTheYear }: Pick<Brought, 'inTheYear'>): StagePart => ({
  stage: 'home',
  view: 'calendar/_on-place',
  async load(db, person, { groupId, networkId, standing }) {
    const calendar = { of: 'group', groupId, networkId } as const
    const ahead = await aheadIn(db, person, inTheYear.dates, calendar, { days: 60, most: 5 })
    if (ahead.days.length === 0 && !standing.member) return undefined
    return { ahead, address: `/groups/${groupId}/calendar`, whose: 'Calendar of the group' }
  },
})

/** The next dates of a network on its page. */
export const aheadOnNetwork = ({ inTheYear }: Pick<Brought, 'inTheYear'>): NetworkPart => ({
  place: 'ahead',
  view: 'calendar/_on-place',
  async load(db, person, network) {
    if (!mayReadNetworkCalendar(person, network)) return undefined
    const ahead = await aheadIn(
      db,
      person,
      inTheYear.dates,
      { of: 'network', networkId: network.id },
      { days: 60, most: 7 },
    )
    return { ahead, address: `/networks/${network.id}/calendar`, whose: 'Calendar of the network' }
  },
})
