import type { Db } from '../database.js'
import { allow, NotFound } from '../errors.js'
import { networkHead, type NetworkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { findConference, sessionsOf } from './conferences.js'
import { mayPrepareConference, mayReadBooklet, mayReadConferences } from './permissions.js'
import type { Conference } from './tables.js'

/** The conferences of a network, as a person opens them. */
export interface ConferencesOfNetwork {
  person: Person
  network: Network
  head: NetworkHead
  /** Their list. */
  listAddress: string
}

/** One conference, as a person opens it. */
export interface FoundConference extends ConferencesOfNetwork {
  conference: Conference
  address: string
}

/** @throws NotFound */
export async function findConferencesOf(db: Db, person: Person, id: string): Promise<ConferencesOfNetwork> {
  const network = await findNetwork(db, person, id)
  const listAddress = `/networks/${network.id}/conferences`
  return { person, network, head: networkHead(network, person, 'conferences'), listAddress }
}

/** @throws NotFound for those who do not work in the network */
export async function findConferenceToRead(
  db: Db,
  person: Person,
  at: { network: string; conference: string },
): Promise<FoundConference> {
  const there = await findConferencesOf(db, person, at.network)
  const conference = await findConference(db, person, there.network, at.conference)
  return { ...there, conference, address: `${there.listAddress}/${conference.id}` }
}

/** The booklet, for those who work in the network, and for guests once it is open to them. @throws NotFound */
export async function findBooklet(
  db: Db,
  person: Person,
  at: { network: string; conference: string },
): Promise<FoundConference & { asGuest: boolean }> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', at.network).executeTakeFirst()
  const conference = await db
    .selectFrom('conferences')
    .selectAll()
    .where('id', '=', at.conference)
    .where('networkId', '=', at.network)
    .executeTakeFirst()
  if (!network || !conference) throw new NotFound('conference')
  const leading = (await sessionsOf(db, conference)).flatMap(session => session.groupId ?? [])
  if (!mayReadBooklet(person, network, conference, leading)) throw new NotFound('conference')
  const listAddress = `/networks/${network.id}/conferences`
  return {
    ...{ person, network, conference, listAddress, address: `${listAddress}/${conference.id}` },
    head: networkHead(network, person, 'home'),
    asGuest: !mayReadConferences(person, network),
  }
}

/** @throws NotAllowed for everybody but the network's leaders */
export async function findConferenceToPrepare(
  db: Db,
  person: Person,
  at: { network: string; conference: string },
): Promise<FoundConference> {
  const there = await findConferenceToRead(db, person, at)
  allowPreparing(there)
  return there
}

/** @throws NotAllowed */
export function allowPreparing({ person, network }: ConferencesOfNetwork): void {
  allow(mayPrepareConference(person, network), 'The network leader prepares the conference.')
}
