import type { ListOrSlot } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { holdsBudget, mayAnswerClaim } from '../permissions.js'
import type { ExpenseClaim } from '../tables.js'
import { type ClaimShown, claimsWithNames, withBudgets } from './claims.js'

/** The oldest that wait; the next ones come up when these are answered. */
const mostAtOnce = 200

/**
 * The claims that wait for a yes of somebody: of the schools that they answer for, on the budgets that they hold; for
 * network leaders those to which nobody else can say yes.
 */
export async function claimsToAnswer(db: Db, person: Reader, networkIds: string[]): Promise<ClaimShown[]> {
  const at = networkIds.filter(id => person.works(id))
  const led = at.filter(id => person.isNetworkLeaderOf(id))
  const schools = person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? [])
  const budgets = at.length === 0 ? [] : await budgetsHeldIn(db, person, at)
  if (led.length + schools.length + budgets.length === 0) return []
  const rows = await claimsWithNames(db)
    .where('expenseClaims.networkId', 'in', at)
    .where('expenseClaims.state', '=', 'sent')
    .where(eb =>
      eb.or([
        eb('expenseClaims.networkId', 'in', [...led, '']),
        eb('expenseClaims.schoolId', 'in', [...schools, '']),
        eb('expenseClaims.budgetId', 'in', [...budgets, '']),
      ]),
    )
    .orderBy('expenseClaims.sentAt')
    .limit(mostAtOnce)
    .execute()
  const found: ClaimShown[] = []
  const heads = await headsOf(db, rows)
  const holders = await holdersOf(db, rows)
  for (const claim of await withBudgets(db, person, rows)) {
    const others = (heads.get(claim.schoolId) ?? []).filter(one => one !== claim.personId)
    const inHand = { ...claim, hasOtherHead: others.length > 0 }
    if (!mayAnswerClaim(person, inHand)) continue
    const isTheirs = person.answersFor(claim.schoolId) || (claim.budget !== null && holdsBudget(person, claim.budget))
    const nobodyElse =
      (!claim.holderYesAt && !(holders.get(claim.budgetId ?? '') ?? []).some(one => one !== claim.personId)) ||
      (claim.kind === 'release' && !claim.headYesAt && !inHand.hasOtherHead)
    if (isTheirs || nobodyElse) found.push(claim)
  }
  return found
}

async function budgetsHeldIn(db: Db, person: Reader, networkIds: string[]): Promise<string[]> {
  const open = await db
    .selectFrom('budgets')
    .selectAll()
    .where('networkId', 'in', networkIds)
    .where('endedAt', 'is', null)
    .execute()
  return open.filter(one => holdsBudget(person, one)).map(one => one.id)
}

async function headsOf(db: Db, claims: ExpenseClaim[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(claims.map(one => one.schoolId))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['networkRoles.schoolId', 'networkRoles.personId'])
    .where('networkRoles.schoolId', 'in', ids)
    .where('networkRoles.role', '=', 'headteacher')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return gathered(rows.map(row => [row.schoolId ?? '', row.personId]))
}

/** Who holds each of the budgets now, by its id. */
export async function holdersOf(db: Db, claims: Pick<ExpenseClaim, 'budgetId'>[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(claims.flatMap(one => one.budgetId ?? []))]
  if (ids.length === 0) return new Map()
  const budgets = await db.selectFrom('budgets').selectAll().where('id', 'in', ids).execute()
  const groups = await db
    .selectFrom('groupPeople')
    .select(['groupId', 'personId'])
    .where('groupId', 'in', [...budgets.map(one => one.ofId ?? ''), ''])
    .where('role', '=', 'lead learner')
    .where('leftAt', 'is', null)
    .execute()
  const themes = await db
    .selectFrom('networkRoles')
    .select(['themeId', 'personId'])
    .where('themeId', 'in', [...budgets.map(one => one.ofId ?? ''), ''])
    .where('role', '=', 'co-leader')
    .where('endedAt', 'is', null)
    .execute()
  return gathered(
    budgets.flatMap(budget => [
      ...(budget.holderId ? [[budget.id, budget.holderId] as const] : []),
      ...groups
        .filter(one => budget.ofKind === 'group' && one.groupId === budget.ofId)
        .map(one => [budget.id, one.personId] as const),
      ...themes
        .filter(one => budget.ofKind === 'theme' && one.themeId === budget.ofId)
        .map(one => [budget.id, one.personId] as const),
    ]),
  )
}

function gathered(pairs: (readonly [string, string])[]): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const [key, value] of pairs) all.set(key, [...(all.get(key) ?? []), value])
  return all
}

/** What is agreed and not paid yet, for the leaders of a network. */
export async function claimsToPay(
  db: Db,
  person: Reader,
  networkId: string,
): Promise<{ count: number; pence: number }> {
  if (!person.isNetworkLeaderOf(networkId)) return { count: 0, pence: 0 }
  const { count, pence } = await claimsAgreed(db, [networkId]).executeTakeFirstOrThrow()
  return { count: Number(count), pence: Number(pence ?? 0) }
}

/** How many claims of these networks are agreed and not paid yet, and how much that is. */
export function claimsAgreed(db: Db, networkIds: ListOrSlot) {
  return db
    .selectFrom('expenseClaims')
    .select([({ fn }) => fn.countAll<number>().as('count'), ({ fn }) => fn.sum<number | null>('pence').as('pence')])
    .where('networkId', 'in', networkIds)
    .where('state', '=', 'agreed')
}
