import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { now } from '../../web/now.js'
import { asks, knownTo } from '../meetings.js'
import { reachOf } from '../reach.js'

/** A meeting that is still to come, to whose agenda this person may propose. */
export interface MeetingAhead {
  id: string
  title: string
  startsAt: string
  place: string
}

const most = 20

/** The network’s meetings to whose agenda somebody may take something (`mayPropose`, asked of many at once), the soonest first. */
export async function meetingsAhead(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<MeetingAhead[]> {
  const reach = await reachOf(db, person)
  const rows = await db
    .selectFrom('meetings')
    .select(['meetings.id', 'meetings.title', 'meetings.startsAt', 'meetings.place'])
    .where('meetings.networkId', '=', network.id)
    .where('meetings.groupId', 'is', null)
    .where('meetings.cancelledAt', 'is', null)
    .where('meetings.startsAt', '>', now())
    .where('meetings.minutesOpenedAt', 'is', null)
    .where(knownTo(reach))
    .where(asks(reach), '=', 1)
    .orderBy('meetings.startsAt')
    .limit(most)
    .execute()
  return rows.map(({ startsAt, ...meeting }) => ({ ...meeting, startsAt: startsAt! }))
}
