import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { mayKeepMoney } from '../permissions.js'
import type { Bid } from '../tables.js'

export type BidWords = Pick<
  Bid,
  'toWhom' | 'forWhat' | 'pence' | 'dueOn' | 'outcome' | 'grantedPence' | 'words' | 'fundId'
>

/** The bids of a network, the newest day first; for its leaders. */
export async function bidsFor(
  db: Db,
  person: Person,
  network: Pick<Network, 'id'>,
  page?: { number: number; size: number },
): Promise<{ rows: Bid[]; total: number }> {
  if (!mayKeepMoney(person, network)) return { rows: [], total: 0 }
  const { total } = await bids(db, network)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  let rows = bids(db, network).selectAll().orderBy('dueOn', 'desc').orderBy('id')
  if (page) rows = rows.limit(page.size).offset((page.number - 1) * page.size)
  return { rows: await rows.execute(), total: Number(total) }
}

const bids = (db: Db, network: Pick<Network, 'id'>) =>
  db.selectFrom('bids').where('networkId', '=', network.id).where('removedAt', 'is', null)

/** @throws NotFound for everybody but the network’s leaders */
export async function findBid(db: Db, person: Person, network: Pick<Network, 'id'>, id: string): Promise<Bid> {
  const bid = await bids(db, network).selectAll().where('id', '=', id).executeTakeFirst()
  if (!bid || !mayKeepMoney(person, network)) throw new NotFound('bid')
  return bid
}

export async function enterBid(trx: Trx, network: Pick<Network, 'id'>, by: Person, words: BidWords): Promise<string> {
  const id = newId()
  const at = now()
  await trx
    .insertInto('bids')
    .values({ id, networkId: network.id, ...words, madeAt: at, madeBy: by.id, changedAt: at, removedAt: null })
    .execute()
  await record(trx, { kind: 'bid entered', by, networkId: network.id, aboutKind: 'bid', aboutId: id })
  return id
}

export async function changeBid(trx: Trx, bid: Bid, by: Person, words: BidWords): Promise<void> {
  await change(trx, bid, by, words)
}

export async function removeBid(trx: Trx, bid: Bid, by: Person): Promise<void> {
  await change(trx, bid, by, { removedAt: now() })
}

async function change(trx: Trx, bid: Bid, by: Person, to: Partial<Bid>): Promise<void> {
  await trx
    .updateTable('bids')
    .set({ ...to, changedAt: now(), sequence: bid.sequence + 1 })
    .where('id', '=', bid.id)
    .execute()
  await record(trx, { kind: 'bid changed', by, networkId: bid.networkId, aboutKind: 'bid', aboutId: bid.id })
}
