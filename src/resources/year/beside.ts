import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { BesidePart, ThingBeside } from '../../networks/year.js'
import { claimsWithNames, withBudgets } from '../claims/claims.js'
import { claimLine } from '../lines.js'
import { daysOf, totalOf } from '../money.js'
import type { ClaimLine } from '../pages.js'
import { mayClaim, mayReadClaim } from '../permissions.js'
import { fewestColleagues } from '../together/counting.js'

/** What release time and money stand beside a thing: the claims that somebody may read, and a sum that tells of nobody. */
export interface Beside {
  lines: ClaimLine[]
  /** Agreed in all, where at least three colleagues claimed; else null. */
  total: string | null
  claimAt: string | null
}

/** A page beside something is no list: the rest stands among the claims. */
const most = 10

const things = ['action', 'meeting', 'theme', 'project', 'group'] as const satisfies ThingBeside[]

export const besideThings: BesidePart[] = things.map(of => ({
  of,
  view: 'resources/_beside',
  async load(db, person, id) {
    const beside = await besideThing(db, person, of, id)
    return beside && { ...beside }
  },
}))

async function besideThing(
  db: Db,
  person: Reader,
  of: (typeof things)[number],
  id: string,
): Promise<Beside | undefined> {
  const networkId = await networkOf(db, of, id)
  if (networkId === undefined || !person.works(networkId)) return undefined
  const rows = await claimsWithNames(db)
    .where('expenseClaims.forKind', '=', of)
    .where('expenseClaims.forId', '=', id)
    .where('expenseClaims.networkId', '=', networkId)
    .where('expenseClaims.state', 'not in', ['draft', 'declined'])
    .orderBy('expenseClaims.onDay', 'desc')
    .execute()
  const claims = await withBudgets(db, person, rows)
  const readable = claims.filter(one => mayReadClaim(person, one))
  const mayClaimHere = mayClaim(person, { id: networkId }) && (await hasBudgets(db, networkId))
  const total = totalOfAll(claims)
  if (readable.length === 0 && total === null && !mayClaimHere) return undefined
  const at = `/networks/${networkId}/resources`
  return {
    lines: readable.slice(0, most).map(one => claimLine(at, one)),
    total,
    claimAt: mayClaimHere ? `${at}/claims/new?for=${encodeURIComponent(addressOf(of, id, networkId))}` : null,
  }
}

/** Half days that were agreed; nothing where it would tell of one colleague. */
function totalOfAll(claims: { personId: string; state: string; halfDays: number | null }[]): string | null {
  const agreed = claims.filter(one => ['agreed', 'paid'].includes(one.state) && one.halfDays !== null)
  if (new Set(agreed.map(one => one.personId)).size < fewestColleagues) return null
  return daysOf(totalOf(agreed.map(one => one.halfDays ?? 0)))
}

function addressOf(of: ThingBeside, id: string, networkId: string): string {
  return of === 'action' || of === 'group' || of === 'meeting' ? `/${of}s/${id}` : `/networks/${networkId}/${of}s/${id}`
}

const tables = { group: 'groups', theme: 'themes', meeting: 'meetings', project: 'projects' } as const

/** The network of a thing that somebody may read. */
async function networkOf(db: Db, of: (typeof things)[number], id: string): Promise<string | undefined> {
  if (of === 'action') {
    const query = db.selectFrom('actions').innerJoin('groups', 'groups.id', 'actions.groupId').select('networkId')
    return (await query.where('actions.id', '=', id).executeTakeFirst())?.networkId
  }
  return (await db.selectFrom(tables[of]).select('networkId').where('id', '=', id).executeTakeFirst())?.networkId
}

async function hasBudgets(db: Db, networkId: string): Promise<boolean> {
  const budget = await db
    .selectFrom('budgets')
    .select('id')
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return budget !== undefined
}
