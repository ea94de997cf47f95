import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { holdsBudget, mayReadBudget } from '../permissions.js'
import { pounds } from '../money.js'
import type { Budget, Fund } from '../tables.js'
import { type BudgetWithSums, type FundWithSums, withSums } from './sums.js'

/** Budgets are named as their groups and themes are now; a group under the names in which this person reads it. */
export async function named<One extends Pick<Budget, 'ofKind' | 'ofId' | 'name'>>(
  db: Db,
  person: Reader,
  budgets: One[],
): Promise<One[]> {
  return Promise.all(
    budgets.map(async one => {
      if (one.ofKind !== 'group' || one.ofId === null) return one
      const { read } = await person.namesIn(db, one.ofId)
      return { ...one, name: read(one.name) }
    }),
  )
}

/** The open budgets of a network that somebody holds, with what is left on each. */
export async function budgetsHeld(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<BudgetWithSums[]> {
  const held = (await openBudgets(db, network.id)).filter(one => holdsBudget(person, one))
  return named(db, person, await withSums(db, held))
}

/** The budgets on which somebody can claim, by name and without a sum: of their own groups and themes, and of the whole. */
export async function budgetsToClaimOn(
  db: Db,
  person: Reader,
  network: Pick<Network, 'id'>,
): Promise<{ id: string; name: string }[]> {
  const open = await openBudgets(db, network.id)
  const near = open.filter(
    one =>
      one.ofId === null ||
      one.ofKind !== 'group' ||
      person.isVolunteerIn(one.ofId) ||
      person.isNetworkLeaderOf(network.id),
  )
  return (await named(db, person, near)).map(({ id, name }) => ({ id, name })).sort(byName)
}

function openBudgets(db: Db, networkId: string): Promise<Budget[]> {
  return db
    .selectFrom('budgets')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .orderBy('madeAt')
    .execute()
}

/** @throws NotFound for those who neither hold it nor lead the network */
export async function findBudget(
  db: Db,
  person: Reader,
  network: Pick<Network, 'id'>,
  id: string,
): Promise<BudgetWithSums & { fund: Pick<Fund, 'name' | 'year'> }> {
  const found = await db
    .selectFrom('budgets')
    .innerJoin('funds', 'funds.id', 'budgets.fundId')
    .selectAll('budgets')
    .select(['funds.name as fundName', 'funds.year as fundYear'])
    .where('budgets.id', '=', id)
    .where('budgets.networkId', '=', network.id)
    .executeTakeFirst()
  if (!found || !mayReadBudget(person, found)) throw new NotFound('budget')
  const { fundName, fundYear, ...budget } = found
  const [one] = await named(db, person, await withSums(db, [budget]))
  return { ...one!, fund: { name: fundName, year: fundYear } }
}

/** What can be given a budget: groups that are at work and themes, by name, besides what is typed. */
export async function groupsAndThemes(db: Db, networkId: string) {
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('networkId', '=', networkId)
    .where('closedAt', 'is', null)
    .execute()
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', '=', networkId)
    .where('closedAt', 'is', null)
    .execute()
  return { groups: groups.sort(byName), themes: themes.sort(byName) }
}

export type BudgetWords = Pick<Budget, 'ofKind' | 'ofId' | 'name' | 'pence' | 'about' | 'overBecause' | 'holderId'>

/** How far a fund would be in the red, as a sentence that asks for the reason; nothing where it holds enough. */
export function inTheRed(fund: FundWithSums, pence: number): string | undefined {
  const over = pence - fund.sums.left
  if (over <= 0) return undefined
  const left =
    fund.sums.left > 0 ? `There is ${pounds(fund.sums.left)} left in this fund` : 'Nothing is left in this fund'
  return `${left}, so this would put it ${pounds(over)} in the red. Give less, or say why it is right`
}

export async function giveBudget(trx: Trx, fund: Fund, by: Person, words: BudgetWords): Promise<string> {
  const id = newId()
  const budget = { id, fundId: fund.id, networkId: fund.networkId, ...words, endedAt: null, endedBy: null }
  await trx
    .insertInto('budgets')
    .values({ ...budget, madeAt: now(), madeBy: by.id })
    .execute()
  await record(trx, { kind: 'budget given', by, networkId: fund.networkId, aboutKind: 'budget', aboutId: id })
  return id
}

export async function endBudget(trx: Trx, budget: Budget, by: Person): Promise<void> {
  await trx
    .updateTable('budgets')
    .set({ endedAt: now(), endedBy: by.id })
    .where('id', '=', budget.id)
    .where('endedAt', 'is', null)
    .execute()
  await record(trx, { kind: 'budget ended', by, networkId: budget.networkId, aboutKind: 'budget', aboutId: budget.id })
}
