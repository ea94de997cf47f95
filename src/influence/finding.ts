import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { findNetwork } from '../networks/networks.js'
import type { Network } from '../networks/tables.js'
import { mayReadInfluence } from './permissions.js'

/** A network in whose life somebody takes part. @throws NotFound for everybody else */
export async function findNetworkFromInside(db: Db, person: Reader, id: string): Promise<Network> {
  const network = await findNetwork(db, person, id)
  if (!mayReadInfluence(person, network)) throw new NotFound('page')
  return network
}
