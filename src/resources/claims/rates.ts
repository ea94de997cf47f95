import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { ClaimRates, ExpenseClaim } from '../tables.js'

/** What a network pays until its leaders say otherwise. */
export const usualRates: ClaimRates = { halfDayPence: 9500, hourPence: 2500, milePence: 45 }

export async function ratesOf(db: Db, networkId: string): Promise<ClaimRates> {
  const rates = await db
    .selectFrom('claimRates')
    .select(['halfDayPence', 'hourPence', 'milePence'])
    .where('networkId', '=', networkId)
    .executeTakeFirst()
  return rates ?? usualRates
}

/** From now on; what was claimed before stays as it was. */
export async function changeRates(trx: Trx, networkId: string, by: Person, rates: ClaimRates): Promise<void> {
  const values = { ...rates, changedAt: now(), changedBy: by.id }
  await trx
    .insertInto('claimRates')
    .values({ networkId, ...values })
    .onConflict(c => c.column('networkId').doUpdateSet(values))
    .execute()
  await record(trx, { kind: 'claim rates changed', by, networkId, aboutKind: 'network', aboutId: networkId })
}

/** What a claim comes to, in whole pence; half a penny of a journey counts as one. */
export function worth(
  claim: Pick<ExpenseClaim, 'kind' | 'halfDays' | 'minutes' | 'tenthsOfMiles'>,
  rates: ClaimRates,
  typed: number,
): number {
  if (claim.kind === 'release') return (claim.halfDays ?? 0) * rates.halfDayPence
  if (claim.kind === 'twilight') return Math.floor(((claim.minutes ?? 0) * rates.hourPence + 30) / 60)
  if (claim.kind === 'travel' && claim.tenthsOfMiles !== null)
    return Math.floor((claim.tenthsOfMiles * rates.milePence + 5) / 10)
  return typed
}
