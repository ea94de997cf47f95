import type { ListOrSlot, ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { holdsBudget, mayAnswerClaim } from '../permissions.js'
import type { Budget, ExpenseClaim } from '../tables.js'
import { type ClaimShown, claimsWithNames, withBudgets } from './claims.js'

/** The oldest that wait; the next ones come up when these are answered. */
const mostAtOnce = 200

/**
 * The claims that wait for a yes of somebody: of the schools that they answer for, on the budgets that they hold; for
 * network leaders those to which nobody else can say yes.
 */
export async function claimsToAnswer(db: Db, person: Reader, networkIds: string[]): Promise<ClaimShown[]> {
  return thoseToAnswer(db, person, await claimsSentTo(db, whereTheyAnswer(person, networkIds)).execute())
}

/** Where somebody could say yes. */
export function whereTheyAnswer(person: Reader, networkIds: string[]) {
  const networks = networkIds.filter(id => person.works(id))
  return {
    me: person.id,
    networks,
    led: networks.filter(id => person.isNetworkLeaderOf(id)),
    schools: person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? []),
    groups: person.membershipsWith('leads the group').map(one => one.groupId),
    themes: person.rolesWith('leads the theme').flatMap(role => role.themeId ?? []),
  }
}

type Places = ReturnType<typeof whereTheyAnswer>

/** Every claim that was sent there, the oldest first. */
export function claimsSentTo(
  db: Db,
  {
    me,
    networks,
    led,
    schools,
    groups,
    themes,
  }: { [Of in keyof Places]: Places[Of] extends string[] ? ListOrSlot : ValueOrSlot },
) {
  return claimsWithNames(db)
    .where('expenseClaims.networkId', 'in', networks)
    .where('expenseClaims.state', '=', 'sent')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('expenseClaims.networkId', 'in', led),
        eb('expenseClaims.schoolId', 'in', schools),
        exists(
          selectFrom('budgets')
            .select('budgets.id')
            .whereRef('budgets.id', '=', 'expenseClaims.budgetId')
            .where('budgets.endedAt', 'is', null)
            .where(budget =>
              budget.or([
                budget('budgets.holderId', '=', me),
                budget.and([budget('budgets.ofKind', '=', 'group'), budget('budgets.ofId', 'in', groups)]),
                budget.and([budget('budgets.ofKind', '=', 'theme'), budget('budgets.ofId', 'in', themes)]),
              ]),
            ),
        ),
      ]),
    )
    .orderBy('expenseClaims.sentAt')
    .limit(mostAtOnce)
}

type SentClaim = Awaited<ReturnType<ReturnType<typeof claimsSentTo>['execute']>>[number]

/** Those of these claims to which this person says yes or no. */
export async function thoseToAnswer(db: Db, person: Reader, rows: SentClaim[]): Promise<ClaimShown[]> {
  if (rows.length === 0) return []
  const found: ClaimShown[] = []
  const heads = await headsOf(db, rows)
  const claims = await withBudgets(db, person, rows)
  const holders = await holdersOf(
    db,
    claims.flatMap(claim => claim.budget ?? []),
  )
  for (const claim of claims) {
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
async function holdersOf(db: Db, found: Budget[]): Promise<Map<string, string[]>> {
  const budgets = [...new Map(found.map(one => [one.id, one])).values()]
  const of = (kind: Budget['ofKind']) => budgets.filter(one => one.ofKind === kind).flatMap(one => one.ofId ?? [])
  const groups = await leadLearnersOf(db, of('group'))
  const themes = await coLeadersOf(db, of('theme'))
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

async function leadLearnersOf(db: Db, groupIds: string[]) {
  if (groupIds.length === 0) return []
  return db
    .selectFrom('groupPeople')
    .select(['groupId', 'personId'])
    .where('groupId', 'in', groupIds)
    .where('role', '=', 'lead learner')
    .where('leftAt', 'is', null)
    .execute()
}

async function coLeadersOf(db: Db, themeIds: string[]) {
  if (themeIds.length === 0) return []
  return db
    .selectFrom('networkRoles')
    .select(['themeId', 'personId'])
    .where('themeId', 'in', themeIds)
    .where('role', '=', 'co-leader')
    .where('endedAt', 'is', null)
    .execute()
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
