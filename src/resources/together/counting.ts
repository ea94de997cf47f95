import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import type { Hours, HoursOf, Span } from '../../networks/year.js'
import { dayOf } from '../../web/now.js'
import { totalOf } from '../money.js'
import { claimKinds, type ExpenseKind } from '../tables.js'
import { grownIntoLeading, type Grown } from './growing.js'

/** Figures of fewer colleagues than this would tell of somebody: a total with one unknown is no total. */
export const fewestColleagues = 3

/** What working together took in a time, and what it brought; counted from records, typed by nobody for it. */
export interface Together {
  hours: Hours[]
  /** Null where too few claimed, so that the sums would tell of somebody. */
  claimed: { halfDays: number; minutes: number; tenthsOfMiles: number; journeys: number; pence: number } | null
  brought: { claims: number; takenUp: number; inPlace: number; grown: Grown[] }
}

/** @param hoursOf what the rooms count of a network’s time */
export async function countedTogether(
  db: Db,
  network: Pick<Network, 'id'>,
  span: Span,
  hoursOf: HoursOf[],
): Promise<Together> {
  const hours: Hours[] = []
  for (const one of hoursOf) hours.push(...(await one(db, network.id, span)))
  return {
    hours: hours.filter(one => one.hours > 0 || one.times > 0),
    claimed: await claimedIn(db, network.id, span),
    brought: {
      claims: await sharedClaims(db, network.id, span),
      ...(await answersIn(db, network.id, span)),
      grown: await grownIntoLeading(db, network.id, span),
    },
  }
}

/**
 * Claims that were agreed, by the day that they are for. A kind that fewer than three colleagues claimed is left out; so is the
 * sum of all, where taking the others from it would lead to them.
 */
async function claimedIn(db: Db, networkId: string, span: Span): Promise<Together['claimed']> {
  const rows = await db
    .selectFrom('expenseClaims')
    .select(['kind', 'personId', ({ fn }) => fn.countAll<number>().as('claims')])
    .select(({ fn }) => fn.sum<number | null>('halfDays').as('halfDays'))
    .select(({ fn }) => fn.sum<number | null>('minutes').as('minutes'))
    .select(({ fn }) => fn.sum<number | null>('tenthsOfMiles').as('tenthsOfMiles'))
    .select(({ fn }) => fn.sum<number>('pence').as('pence'))
    .where('networkId', '=', networkId)
    .where('state', 'in', ['agreed', 'paid'])
    .where('onDay', '>=', dayOf(span.from))
    .where('onDay', '<', dayOf(span.until))
    .groupBy(['kind', 'personId'])
    .execute()
  const peopleIn = (some: typeof rows) => new Set(some.map(row => row.personId)).size
  if (peopleIn(rows) < fewestColleagues) return null
  const told = claimKinds.filter(kind => peopleIn(rows.filter(row => row.kind === kind)) >= fewestColleagues)
  const of = (kind: ExpenseKind) => rows.filter(row => row.kind === kind && told.includes(kind))
  const left = peopleIn(rows.filter(row => !told.includes(row.kind)))
  return {
    halfDays: totalOf(of('release').map(row => Number(row.halfDays))),
    minutes: totalOf(of('twilight').map(row => Number(row.minutes))),
    tenthsOfMiles: totalOf(of('travel').map(row => Number(row.tenthsOfMiles ?? 0))),
    journeys: totalOf(of('travel').map(row => Number(row.claims))),
    pence: left === 0 || left >= fewestColleagues ? totalOf(rows.map(row => Number(row.pence))) : 0,
  }
}

async function sharedClaims(db: Db, networkId: string, span: Span): Promise<number> {
  const { count } = await db
    .selectFrom('claims')
    .innerJoin('groups', 'groups.id', 'claims.groupId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('groups.networkId', '=', networkId)
    .where('claims.sharedAt', '>=', span.from)
    .where('claims.sharedAt', '<', span.until)
    .where('claims.retiredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function answersIn(db: Db, networkId: string, span: Span) {
  const responses = db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('groups.networkId', '=', networkId)
    .where('recommendations.withdrawnAt', 'is', null)
  const takenUp = await responses
    .where('responses.answer', 'in', ['accept', 'adapt'])
    // What was entered from paper is not a head's yes until that head has confirmed it.
    .where(eb => eb.or([eb('responses.fromPaperOn', 'is', null), eb('responses.confirmedAt', 'is not', null)]))
    .where('responses.answeredAt', '>=', span.from)
    .where('responses.answeredAt', '<', span.until)
    .executeTakeFirstOrThrow()
  const inPlace = await responses
    .where('responses.adoption', '=', 'in place')
    .where('responses.inPlaceAt', '>=', span.from)
    .where('responses.inPlaceAt', '<', span.until)
    .executeTakeFirstOrThrow()
  return { takenUp: Number(takenUp.count), inPlace: Number(inPlace.count) }
}
