import type { Db } from '../../database.js'
import { aroundWith, enquiriesInNetwork } from '../../enquiries/around.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network } from '../../networks/tables.js'
import { datesOfAll, type DatesOf } from '../../networks/year.js'
import type { Brought } from '../../room.js'
import { daysAfter, today } from '../../web/now.js'
import type { WeekPage } from '../pages.js'
import { dueOfOthers } from './due-of-others.js'
import { waitingFor } from '../../enquiries/waiting/what-waits.js'
import { quietSchools } from './quiet-schools.js'
import { takenOnMore } from './taken-on-more.js'

const daysAhead = 14

/** What is due from whom, what comes, who has been quiet, and who has taken on more. */
export async function weekPage(
  db: Db,
  person: Reader,
  network: Network,
  brought: Pick<Brought, 'threads' | 'waiting' | 'inTheYear'>,
): Promise<WeekPage> {
  const known = await enquiriesInNetwork(db, person, network)
  const around = aroundWith(db, person, brought.threads, known)
  const due = (await waitingFor(around, brought.waiting)).filter(line => line.networkId === network.id)
  return {
    title: 'The week',
    head: networkHead(network, person, 'week'),
    due,
    ofOthers: await dueOfOthers(db, person, network, known),
    ahead: await datesAhead(db, brought.inTheYear.dates, person, network),
    quiet: await quietSchools(db, network),
    more: await takenOnMore(db, network),
    network,
  }
}

/** What stands in the network’s calendar in the next two weeks, the soonest first. */
async function datesAhead(db: Db, datesOf: DatesOf[], person: Reader, network: Network): Promise<CalendarDate[]> {
  const span = { from: today(), until: daysAfter(today(), daysAhead) }
  const all = await datesOfAll(datesOf, { db, person, networkIds: [network.id], ...span })
  return all.filter(date => !date.cancelledAt).sort((one, other) => one.starts.localeCompare(other.starts))
}
