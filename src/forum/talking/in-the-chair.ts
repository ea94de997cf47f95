import type { Db } from '../../database.js'
import { knownTo } from '../../meetings/meetings.js'
import { reachOf } from '../../meetings/reach.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { now } from '../../web/now.js'

/** Whether somebody chairs a circle of the network to which they belong now, or a meeting of it that is still to come. */
export async function isInTheChair(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<boolean> {
  const reach = await reachOf(db, person)
  const circle = await db
    .selectFrom('circles')
    .select('id')
    .where('networkId', '=', network.id)
    .where('groupId', 'is', null)
    .where('closedAt', 'is', null)
    .where('chairId', '=', person.id)
    .where('id', 'in', [...reach.circles, ''])
    .executeTakeFirst()
  if (circle) return true
  const meeting = await db
    .selectFrom('meetings')
    .select('meetings.id')
    .where('meetings.networkId', '=', network.id)
    .where('meetings.groupId', 'is', null)
    .where('meetings.cancelledAt', 'is', null)
    .where('meetings.startsAt', '>', now())
    .where('meetings.chairId', '=', person.id)
    .where(knownTo(reach))
    .executeTakeFirst()
  return meeting !== undefined
}
