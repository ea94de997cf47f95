import type { Db } from '../database.js'
import { allow, NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { networkHead, type NetworkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import type { Network } from '../networks/tables.js'
import { mayKeepMoney, maySeeResources } from './permissions.js'

/** Money and time of a network, as a person opens them. */
export interface ResourcesOfNetwork {
  person: Reader
  network: Network
  head: NetworkHead
  /** `/networks/hafren/resources` */
  address: string
}

/** @throws NotFound for those who do not work in the network */
export async function findResources(db: Db, person: Reader, id: string): Promise<ResourcesOfNetwork> {
  const network = await findNetwork(db, person, id)
  if (!maySeeResources(person, network)) throw new NotFound('page')
  return placeOf(person, network)
}

/** What only the network’s leaders see does not exist for others. @throws NotFound */
export async function findMoney(db: Db, person: Reader, id: string): Promise<ResourcesOfNetwork> {
  const there = await findResources(db, person, id)
  if (!mayKeepMoney(person, there.network)) throw new NotFound('page')
  return there
}

/** A network for somebody who is asked into one thing of it, who has to be let in by that thing. @throws NotFound */
export async function networkOfGuest(db: Db, person: Reader, id: string): Promise<ResourcesOfNetwork> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!network) throw new NotFound('page')
  return placeOf(person, network)
}

function placeOf(person: Reader, network: Network): ResourcesOfNetwork {
  const head = networkHead(network, person, 'resources')
  return { person, network, head, address: `/networks/${network.id}/resources` }
}

/** @throws NotAllowed */
export function allowKeeping({ person, network }: ResourcesOfNetwork): void {
  allow(mayKeepMoney(person, network), 'The network leaders look after the money.')
}
