import type { Db } from '../database.js'
import { allow } from '../errors.js'
import { networkHead, type NetworkHead } from '../networks/head.js'
import type { Network } from '../networks/tables.js'
import type { Reader } from '../names/reader.js'
import { isAmongHosts, mayCancelForHosts, mayHost } from './permissions.js'
import type { VisitSlot } from './tables.js'
import { findNetworkAtWork, findNetworkOfVisits, findSlot, findVisit, type FoundVisit } from './visits.js'

/** The visits of a network, as a person opens them. */
export interface VisitsOfNetwork {
  person: Reader
  network: Network
  head: NetworkHead
  listAddress: string
}

/** One visit, as a person opens it. */
export interface OpenVisit extends VisitsOfNetwork {
  found: FoundVisit
  address: string
}

function of(person: Reader, network: Network): VisitsOfNetwork {
  return {
    person,
    network,
    head: networkHead(network, person, 'visits'),
    listAddress: `/networks/${network.id}/visits`,
  }
}

/** Also for somebody who is only invited to one of them. @throws NotFound */
export async function findVisitsOf(db: Db, person: Reader, id: string): Promise<VisitsOfNetwork> {
  return of(person, await findNetworkOfVisits(db, person, id))
}

/** @throws NotFound for those who do not work in the network */
export async function findVisitsAtWork(db: Db, person: Reader, id: string): Promise<VisitsOfNetwork> {
  return of(person, await findNetworkAtWork(db, person, id))
}

/** @throws NotFound */
export async function openVisit(db: Db, person: Reader, at: { network: string; visit: string }): Promise<OpenVisit> {
  const found = await findVisit(db, person, at)
  const there = of(person, found.network)
  return { ...there, found, address: `${there.listAddress}/${found.visit.id}` }
}

const forHosts = 'A visit is changed by those who host it, and by the head of the school.'

/** @throws NotFound, and NotAllowed for all who do not host it */
export async function openAsHost(db: Db, person: Reader, at: { network: string; visit: string }): Promise<OpenVisit> {
  const there = await openVisit(db, person, at)
  allow(isAmongHosts(person, there.found), forHosts)
  allow(mayHost(person, there.found), 'This visit was cancelled.')
  return there
}

/** To call the whole of it off: its hosts; and where none of them is left, who comes and who leads the network. @throws NotFound, NotAllowed */
export async function openToCancel(db: Db, person: Reader, at: { network: string; visit: string }): Promise<OpenVisit> {
  const there = await openVisit(db, person, at)
  allow(isAmongHosts(person, there.found) || mayCancelForHosts(person, there.found), forHosts)
  allow(there.found.visit.cancelledAt === null, 'This visit was cancelled.')
  return there
}

/** One day of a visit, for its hosts. @throws NotFound, NotAllowed */
export async function openSlotAsHost(
  db: Db,
  person: Reader,
  at: { network: string; visit: string; slot: string },
): Promise<OpenVisit & { slot: VisitSlot }> {
  const there = await openAsHost(db, person, at)
  return { ...there, slot: await findSlot(db, there.found.visit, at.slot) }
}
