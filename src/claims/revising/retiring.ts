import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { FoundClaim } from '../claims.js'
import { factAboutClaim } from '../making/making.js'

/**
 * Retires a claim that the group no longer makes. It stays to be read, with its reason and its evidence.
 * @throws Conflict when it was retired before.
 */
export async function retireClaim(trx: Trx, claim: FoundClaim, person: Person, because: string): Promise<void> {
  if (claim.retiredAt) throw new Conflict('This claim has already been retired.')

  await trx
    .updateTable('claims')
    .set({ retiredAt: now(), retiredBy: person.id, retiredBecause: because })
    .where('id', '=', claim.id)
    .execute()
  // The history is read beyond the group, so it quotes a reason only from a claim that is shared.
  const reason = claim.sharedAt ? because : null
  await record(trx, { kind: 'claim retired', by: person, ...factAboutClaim(claim, claim.enquiry), because: reason })
}

/** Makes a retired claim again, as it was. */
export async function bringBackClaim(trx: Trx, claim: FoundClaim, person: Person): Promise<void> {
  if (!claim.retiredAt) return

  await trx
    .updateTable('claims')
    .set({ retiredAt: null, retiredBy: null, retiredBecause: null })
    .where('id', '=', claim.id)
    .execute()
  await record(trx, { kind: 'claim brought back', by: person, ...factAboutClaim(claim, claim.enquiry) })
}
