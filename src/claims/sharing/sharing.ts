import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { FoundClaim } from '../claims.js'
import { factAboutClaim } from '../making/making.js'

/** Shows the claim to the network's leaders and the heads of the group's schools; its evidence stays as it is shared. */
export async function shareClaim(trx: Trx, claim: FoundClaim, person: Person): Promise<void> {
  if (claim.sharedAt) return
  await setShared(trx, claim, person, { sharedAt: now(), sharedBy: person.id }, 'claim shared')
}

export async function takeBackClaim(trx: Trx, claim: FoundClaim, person: Person): Promise<void> {
  if (!claim.sharedAt) return
  await setShared(trx, claim, person, { sharedAt: null, sharedBy: null }, 'claim taken back')
}

async function setShared(
  trx: Trx,
  claim: FoundClaim,
  person: Person,
  shared: { sharedAt: string | null; sharedBy: string | null },
  kind: 'claim shared' | 'claim taken back',
): Promise<void> {
  await trx.updateTable('claims').set(shared).where('id', '=', claim.id).execute()
  await record(trx, { kind, by: person, ...factAboutClaim(claim, claim.enquiry) })
}
