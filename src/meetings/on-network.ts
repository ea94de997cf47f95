import type { Db } from '../database.js'
import type { NetworkPart } from '../networks/network-parts.js'
import type { Network } from '../networks/tables.js'
import type { Reader } from '../names/reader.js'
import { meetingLines } from './listing/meetings.js'
import { reachOf } from './reach.js'

/** The next meetings on the network's page; nothing where none is planned. */
export const meetingsOnNetwork: NetworkPart = { place: 'ahead', view: 'meetings/_on-network', load: nextMeetings }

async function nextMeetings(db: Db, person: Reader, network: Network): Promise<Record<string, unknown> | undefined> {
  const reach = await reachOf(db, person)
  const filter = { networkId: network.id, when: 'coming' as const }
  const lines = await meetingLines(db, person, reach, filter, { from: 0, most: 8 })
  const coming = lines.filter(one => one.startsAt !== null && !one.cancelled).slice(0, 3)
  return coming.length > 0 ? { coming, address: `/networks/${network.id}/meetings` } : undefined
}
