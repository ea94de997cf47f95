import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { networkHead, type NetworkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import type { Network } from '../networks/tables.js'
import { mayReadExamples } from './permissions.js'
import { type Criterion, sheetOf } from './preparing/sheet.js'
import { findRound, type FoundRound } from './rounds.js'

/** Moderation in a network, as somebody who works in it opens it. */
export interface ModerationOfNetwork {
  person: Reader
  network: Network
  head: NetworkHead
  listAddress: string
}

/** One round, as somebody who judges in it opens it. */
export interface OpenedRound extends ModerationOfNetwork, FoundRound {
  address: string
  sheet: Criterion[]
}

/** @throws NotFound for those who do not work in the network */
export async function findModerationOf(db: Db, person: Reader, id: string): Promise<ModerationOfNetwork> {
  const network = await findNetwork(db, person, id)
  if (!mayReadExamples(person, network)) throw new NotFound('network')
  const head = networkHead(network, person, 'moderation')
  return { person, network, head, listAddress: `/networks/${network.id}/moderation` }
}

/** @throws NotFound for those who neither judge in it nor lead it */
export async function openRoundOf(
  db: Db,
  person: Reader,
  at: { network: string; round: string },
): Promise<OpenedRound> {
  const there = await findModerationOf(db, person, at.network)
  const found = await findRound(db, person, there.network.id, at.round)
  const sheet = await sheetOf(db, found.round)
  return { ...there, ...found, sheet, address: `${there.listAddress}/${found.round.id}` }
}
