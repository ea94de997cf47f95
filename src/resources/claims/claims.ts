import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { named } from '../funds/budgets.js'
import { type ClaimInHand, holdsBudget, mayReadClaim } from '../permissions.js'
import type { Budget, ClaimState, ExpenseClaim } from '../tables.js'

/** A claim as it stands on a page: with the names of whoever claims, the school and the budget. */
export interface ClaimShown extends ExpenseClaim {
  name: string
  school: string
  budget: Budget | null
}

/** A claim as somebody opened it. */
export interface FoundClaim extends ClaimInHand, ClaimShown {
  budget: Budget | null
}

/** Claims with the names that belong to them, whoever may read them. */
export function claimsWithNames(db: Db) {
  return db
    .selectFrom('expenseClaims')
    .innerJoin('people', 'people.id', 'expenseClaims.personId')
    .innerJoin('schools', 'schools.id', 'expenseClaims.schoolId')
    .selectAll('expenseClaims')
    .select(['people.name as name', 'schools.name as school'])
}

export async function withBudgets<Row extends { budgetId: string | null }>(
  db: Db,
  person: Reader,
  rows: Row[],
): Promise<(Row & { budget: Budget | null })[]> {
  const ids = [...new Set(rows.flatMap(row => row.budgetId ?? []))]
  const found = ids.length === 0 ? [] : await db.selectFrom('budgets').selectAll().where('id', 'in', ids).execute()
  const budgets = new Map((await named(db, person, found)).map(one => [one.id, one]))
  return rows.map(row => ({ ...row, budget: row.budgetId ? (budgets.get(row.budgetId) ?? null) : null }))
}

/** @throws NotFound for everybody who has no say in it */
export async function findClaim(db: Db, person: Reader, network: Pick<Network, 'id'>, id: string): Promise<FoundClaim> {
  const row = await claimsWithNames(db)
    .where('expenseClaims.id', '=', id)
    .where('expenseClaims.networkId', '=', network.id)
    .executeTakeFirst()
  const claim = row && (await withBudgets(db, person, [row]))[0]
  if (!claim || !mayReadClaim(person, claim)) throw new NotFound('claim')
  return { ...claim, hasOtherHead: await hasOtherHead(db, claim) }
}

async function hasOtherHead(db: Db, { schoolId, personId }: Pick<ExpenseClaim, 'schoolId' | 'personId'>) {
  const head = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('networkRoles.id')
    .where('networkRoles.schoolId', '=', schoolId)
    .where('networkRoles.role', '=', 'headteacher')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('networkRoles.personId', '<>', personId)
    .executeTakeFirst()
  return head !== undefined
}

export interface ClaimFilter {
  state?: ClaimState | ''
  school?: string
  from?: string
  until?: string
  /** Only their own. */
  own?: boolean
}

/**
 * The claims that somebody may read, the newest day first: their own, those of the schools that they answer for, those on
 * budgets that they hold, and all of the network for its leaders; of others no draft.
 */
export async function claimsFor(
  db: Db,
  person: Reader,
  network: Pick<Network, 'id'>,
  filter: ClaimFilter = {},
  page?: { number: number; size: number },
): Promise<{ rows: ClaimShown[]; total: number }> {
  const query = await readableBy(db, person, network, filter)
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .clearOrderBy()
    .executeTakeFirstOrThrow()
  let lines = query
    .innerJoin('people', 'people.id', 'expenseClaims.personId')
    .innerJoin('schools', 'schools.id', 'expenseClaims.schoolId')
    .selectAll('expenseClaims')
    .select(['people.name as name', 'schools.name as school'])
    .orderBy('expenseClaims.onDay', 'desc')
    .orderBy('expenseClaims.id')
  if (page) lines = lines.limit(page.size).offset((page.number - 1) * page.size)
  return { rows: await withBudgets(db, person, await lines.execute()), total: Number(total) }
}

async function readableBy(db: Db, person: Reader, network: Pick<Network, 'id'>, filter: ClaimFilter) {
  const budgets = filter.own ? [] : await idsOfBudgetsHeld(db, person, network)
  const schools = schoolsHeaded(person, network)
  const leads = person.isNetworkLeaderOf(network.id)
  let query = db
    .selectFrom('expenseClaims')
    .where('expenseClaims.networkId', '=', network.id)
    .where(eb => {
      const own = eb('expenseClaims.personId', '=', person.id)
      if (filter.own) return own
      const sent = eb('expenseClaims.state', '<>', 'draft')
      if (leads) return eb.or([own, sent])
      return eb.or([
        own,
        eb.and([
          sent,
          eb.or([
            eb('expenseClaims.schoolId', 'in', [...schools, '']),
            eb('expenseClaims.budgetId', 'in', [...budgets, '']),
          ]),
        ]),
      ])
    })
  if (filter.state) query = query.where('expenseClaims.state', '=', filter.state)
  if (filter.school) query = query.where('expenseClaims.schoolId', '=', filter.school)
  if (filter.from) query = query.where('expenseClaims.onDay', '>=', filter.from)
  if (filter.until) query = query.where('expenseClaims.onDay', '<=', filter.until)
  return query
}

/** The schools of a network that somebody answers for. */
export function schoolsHeaded(person: Person, network: Pick<Network, 'id'>): string[] {
  return person
    .rolesWith('answers for the school')
    .flatMap(role => (role.networkId === network.id && role.schoolId ? [role.schoolId] : []))
}

/** Those that have ended too: what was claimed on them is still to be read. */
async function idsOfBudgetsHeld(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<string[]> {
  const rows = await db.selectFrom('budgets').selectAll().where('networkId', '=', network.id).execute()
  return rows.filter(row => holdsBudget(person, row)).map(row => row.id)
}

/** What was claimed on a budget that somebody has found, the newest day first; no draft. */
export async function claimsOnBudget(
  db: Db,
  person: Reader,
  budget: Pick<Budget, 'id'>,
  page: { number: number; size: number },
): Promise<{ rows: ClaimShown[]; total: number }> {
  const { total } = await db
    .selectFrom('expenseClaims')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('budgetId', '=', budget.id)
    .where('state', '<>', 'draft')
    .executeTakeFirstOrThrow()
  const rows = await claimsWithNames(db)
    .where('expenseClaims.budgetId', '=', budget.id)
    .where('expenseClaims.state', '<>', 'draft')
    .orderBy('expenseClaims.onDay', 'desc')
    .orderBy('expenseClaims.id')
    .limit(page.size)
    .offset((page.number - 1) * page.size)
    .execute()
  return { rows: await withBudgets(db, person, rows), total: Number(total) }
}
