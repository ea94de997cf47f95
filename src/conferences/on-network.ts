import type { Db } from '../database.js'
import type { NetworkPart } from '../networks/network-parts.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { conferencesOf } from './conferences.js'
import { mayPrepareConference } from './permissions.js'

/** The newest conference on the network's page; before there is one, only for those who can prepare it. */
export const conferencesOnNetwork: NetworkPart = { place: 'ahead', view: 'conferences/_on-network', load: newest }

async function newest(db: Db, person: Person, network: Network): Promise<Record<string, unknown> | undefined> {
  const all = await conferencesOf(db, person, network)
  const prepare = mayPrepareConference(person, network)
  if (all.length === 0 && !prepare) return undefined
  return { conference: all[0] ?? null, more: all.length > 1, address: `/networks/${network.id}/conferences`, prepare }
}
