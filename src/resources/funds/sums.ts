import type { Db } from '../../database.js'
import { totalOf } from '../money.js'
import type { Budget, Fund } from '../tables.js'

/** What a budget has, what was agreed on it and what was paid of that. */
export interface BudgetSums {
  pence: number
  /** Agreed, whether or not it is paid. */
  spoken: number
  paid: number
  left: number
}

export interface FundSums {
  /** What came in: the grant, or what schools paid, and what was carried over. */
  cameIn: number
  promised: number
  /** Given to budgets that are open, and what was used of those that have ended. */
  given: number
  /** Not given to anybody yet; below nothing, the fund is in the red. */
  left: number
  paid: number
  carriedOn: number
  /** What is still there: came in, less what was paid and what was carried on. */
  balance: number
}

export interface BudgetWithSums extends Budget {
  sums: BudgetSums
}

export interface FundWithSums extends Fund {
  sums: FundSums
  budgets: BudgetWithSums[]
}

/** Budgets with what was agreed and paid on them: one question, however many they are. */
export async function withSums(db: Db, budgets: Budget[]): Promise<BudgetWithSums[]> {
  const rows =
    budgets.length === 0
      ? []
      : await db
          .selectFrom('expenseClaims')
          .select(['budgetId', 'state', ({ fn }) => fn.sum<number>('pence').as('pence')])
          .where(
            'budgetId',
            'in',
            budgets.map(one => one.id),
          )
          .where('state', 'in', ['agreed', 'paid'])
          .groupBy(['budgetId', 'state'])
          .execute()
  return budgets.map(budget => {
    const of = rows.filter(row => row.budgetId === budget.id)
    const spoken = totalOf(of.map(row => Number(row.pence)))
    const paid = totalOf(of.filter(row => row.state === 'paid').map(row => Number(row.pence)))
    return { ...budget, sums: { pence: budget.pence, spoken, paid, left: budget.pence - spoken } }
  })
}

/** Funds with their budgets and sums: four questions, however many they are. */
export async function fundsWithSums(db: Db, funds: Fund[]): Promise<FundWithSums[]> {
  const ids = funds.map(one => one.id)
  if (ids.length === 0) return []
  const contributions = await db
    .selectFrom('fundContributions')
    .select(['fundId', ({ fn }) => fn.sum<number>('promisedPence').as('promised')])
    .select(({ fn }) => fn.sum<number>('paidPence').as('paid'))
    .where('fundId', 'in', ids)
    .groupBy('fundId')
    .execute()
  const carried = await db
    .selectFrom('funds')
    .select(['carriedFrom', ({ fn }) => fn.sum<number>('carriedPence').as('pence')])
    .where('carriedFrom', 'in', ids)
    .groupBy('carriedFrom')
    .execute()
  const rows = await db.selectFrom('budgets').selectAll().where('fundId', 'in', ids).orderBy('madeAt').execute()
  const budgets = await withSums(db, rows)
  return funds.map(fund => {
    const own = budgets.filter(one => one.fundId === fund.id)
    const from = contributions.find(one => one.fundId === fund.id)
    const cameIn = fund.pence + fund.carriedPence + Number(from?.paid ?? 0)
    const given = totalOf(own.map(one => (one.endedAt ? one.sums.spoken : one.pence)))
    const paid = totalOf(own.map(one => one.sums.paid))
    const carriedOn = Number(carried.find(one => one.carriedFrom === fund.id)?.pence ?? 0)
    const sums = {
      ...{ cameIn, given, paid, carriedOn },
      promised: fund.pence + fund.carriedPence + Number(from?.promised ?? 0),
      left: cameIn - given - carriedOn,
      balance: cameIn - paid - carriedOn,
    }
    return { ...fund, sums, budgets: own }
  })
}
