import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName, plural } from '../../words/words.js'
import { mayKeepMoney } from '../permissions.js'
import type { Fund } from '../tables.js'
import { fundsWithSums, type FundWithSums } from './sums.js'

export type FundWords = Pick<Fund, 'name' | 'kind' | 'year' | 'about' | 'pence' | 'holderId'>

const aboutFund = ({ networkId, id }: Pick<Fund, 'networkId' | 'id'>) => ({
  networkId,
  aboutKind: 'fund',
  aboutId: id,
})

/** The funds of a network, the newest year first; for its leaders. */
export async function fundsFor(db: Db, person: Person, network: Network): Promise<FundWithSums[]> {
  if (!mayKeepMoney(person, network)) return []
  const funds = await db
    .selectFrom('funds')
    .selectAll()
    .where('networkId', '=', network.id)
    .orderBy('year', 'desc')
    .orderBy('openedAt')
    .execute()
  return fundsWithSums(db, funds)
}

/** @throws NotFound for those who do not lead the network */
export async function findFund(db: Db, person: Person, network: Network, id: string): Promise<FundWithSums> {
  const fund = await db
    .selectFrom('funds')
    .selectAll()
    .where('id', '=', id)
    .where('networkId', '=', network.id)
    .executeTakeFirst()
  if (!fund || !mayKeepMoney(person, network)) throw new NotFound('fund')
  return (await fundsWithSums(db, [fund]))[0]!
}

/** Who can hold a fund: those who lead the network, by name. */
export async function leadersOf(db: Db, networkId: string): Promise<{ id: string; name: string }[]> {
  const leaders = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.role', '=', 'network leader')
    .where('networkRoles.endedAt', 'is', null)
    .execute()
  return leaders.sort(byName)
}

export async function openFund(trx: Trx, network: Pick<Network, 'id'>, by: Person, words: FundWords): Promise<string> {
  const id = newId()
  const fund = { id, networkId: network.id, ...words, ...{ carriedFrom: null, closedAt: null, closedBy: null } }
  await trx
    .insertInto('funds')
    .values({ ...fund, openedAt: now(), openedBy: by.id })
    .execute()
  await record(trx, { kind: 'fund opened', by, ...aboutFund(fund) })
  return id
}

export async function changeFund(
  trx: Trx,
  fund: Fund,
  by: Person,
  words: Omit<FundWords, 'kind' | 'year'>,
): Promise<void> {
  await trx.updateTable('funds').set(words).where('id', '=', fund.id).execute()
  await record(trx, { kind: 'fund changed', by, ...aboutFund(fund) })
}

/** What still waits on its budgets, as a sentence; nothing where it can be closed. */
export async function whatHoldsItOpen(db: Db, fund: FundWithSums): Promise<string | undefined> {
  const ids = fund.budgets.map(one => one.id)
  if (ids.length === 0) return undefined
  const rows = await db
    .selectFrom('expenseClaims')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('budgetId', 'in', ids)
    .where('state', 'in', ['sent', 'agreed'])
    .executeTakeFirstOrThrow()
  const count = Number(rows.count)
  if (count === 0) return undefined
  return `${plural(count, 'claim', 'claims')} on its budgets ${count === 1 ? 'is' : 'are'} not settled. Answer and pay what is open first.`
}

/**
 * Closes a fund; what is left goes to a fund of the next school year where that is wanted.
 * @returns the fund to which it was carried
 * @throws Conflict where claims are open, or it was closed meanwhile
 */
export async function closeFund(trx: Trx, fund: FundWithSums, by: Person, carry: boolean): Promise<string | null> {
  const holds = await whatHoldsItOpen(trx, fund)
  if (fund.closedAt || holds) throw new Conflict(holds ?? 'Somebody else has closed this fund already.')
  const closed = { closedAt: now(), closedBy: by.id }
  await trx.updateTable('funds').set(closed).where('id', '=', fund.id).execute()
  await trx
    .updateTable('budgets')
    .set({ endedAt: closed.closedAt, endedBy: by.id })
    .where('fundId', '=', fund.id)
    .where('endedAt', 'is', null)
    .execute()
  await record(trx, { kind: 'fund closed', by, ...aboutFund(fund) })
  if (!carry || fund.sums.balance <= 0) return null
  const { name, kind, about, holderId, networkId } = fund
  const words = { name, kind, about, holderId, year: fund.year + 1, pence: 0 }
  const id = await openFund(trx, { id: networkId }, by, words)
  await trx
    .updateTable('funds')
    .set({ carriedFrom: fund.id, carriedPence: fund.sums.balance })
    .where('id', '=', id)
    .execute()
  return id
}
