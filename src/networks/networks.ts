import type { Db, Trx } from '../database.js'
import { NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { slugOf, newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { byName } from '../words/words.js'
import { maySeeNetwork } from './permissions.js'
import type { Network } from './tables.js'

/**
 * A network, for those who work in it and for the site's administrators, who see its settings only.
 * @throws NotFound for everybody else
 */
export async function findNetwork(db: Db, person: Person, id: string): Promise<Network> {
  const network = await db
    .selectFrom('networks')
    .selectAll()
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!network || !maySeeNetwork(person, network)) throw new NotFound('network')
  return network
}

/**
 * A network, for everybody who belongs to it: also partners, advisers and governors, who come upon nothing in it but what
 * they are invited to. For the pages of things to which people are invited by name; all others ask `findNetwork`.
 * @throws NotFound for everybody else
 */
export async function findNetworkAround(db: Db, person: Person, id: string): Promise<Network> {
  const network = await db
    .selectFrom('networks')
    .selectAll()
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!network || !(person.belongsTo(network.id) || maySeeNetwork(person, network))) throw new NotFound('network')
  return network
}

/** What a network is called, without asking who is asking. */
export async function nameOfNetwork(db: Db, id: string): Promise<string> {
  const { name } = await db.selectFrom('networks').select('name').where('id', '=', id).executeTakeFirstOrThrow()
  return name
}

/** Every network that this person may open, by name. */
export async function networksFor(db: Db, person: Person): Promise<Network[]> {
  const networks = await db.selectFrom('networks').selectAll().where('erasedAt', 'is', null).execute()
  return networks.filter(network => maySeeNetwork(person, network)).sort(byName)
}

/** Makes a network with an address that can be read. */
export async function createNetwork(
  trx: Trx,
  person: Person,
  { name, about, licence = '' }: { name: string; about: string; licence?: string | undefined },
): Promise<Network> {
  const wanted = slugOf(name)
  const taken = await trx.selectFrom('networks').select('id').where('id', '=', wanted).executeTakeFirst()
  const id = taken ? `${wanted}-${newId(4)}` : wanted
  const network = {
    id,
    name,
    about,
    licence,
    language: 'en-GB',
    createdAt: now(),
    createdBy: person.id,
    erasedAt: null,
  }

  await trx.insertInto('networks').values(network).execute()
  await record(trx, { kind: 'network made', by: person, networkId: id, aboutKind: 'network', aboutId: id })

  return network
}

/** Changes the network's name, what it says of itself, and under what its work goes out from now on. */
export async function describeNetwork(
  trx: Trx,
  network: Network,
  person: Person,
  words: { name: string; about: string; licence?: string | undefined },
): Promise<void> {
  await trx.updateTable('networks').set(words).where('id', '=', network.id).execute()
  const { id } = network
  await record(trx, { kind: 'network described', by: person, networkId: id, aboutKind: 'network', aboutId: id })
}

/** Whether somebody leads the network now. */
export async function hasLeader(db: Db, network: Network): Promise<boolean> {
  const leader = await db
    .selectFrom('networkRoles')
    .select('id')
    .where('networkId', '=', network.id)
    .where('role', '=', 'network leader')
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return leader !== undefined
}
