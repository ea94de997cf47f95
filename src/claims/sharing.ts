import type { Db } from '../database.js'
import { remember } from '../groups/history.js'
import { noteInAudit } from '../people/audit.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import type { FoundClaim } from './claims.js'
import { about } from './making.js'

/** Shows the claim to the network's leaders and the heads of the group's schools; its evidence stays as it is shared. */
export async function shareClaim(db: Db, claim: FoundClaim, person: Person): Promise<void> {
  if (claim.sharedAt) return
  await set(db, claim, person, { sharedAt: now(), sharedBy: person.id }, 'shared')
}

export async function takeBackClaim(db: Db, claim: FoundClaim, person: Person): Promise<void> {
  if (!claim.sharedAt) return
  await set(db, claim, person, { sharedAt: null, sharedBy: null }, 'took back')
}

async function set(
  db: Db,
  claim: FoundClaim,
  person: Person,
  shared: { sharedAt: string | null; sharedBy: string | null },
  did: 'shared' | 'took back',
): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.updateTable('claims').set(shared).where('id', '=', claim.id).execute()
    const words = did === 'shared' ? `shared claim C${claim.number}` : `took claim C${claim.number} back into the group`
    await remember(trx, about(claim, claim.enquiry), person, words)
    await noteInAudit(trx, {
      personId: person.id,
      did: `${did} a claim`,
      aboutKind: 'claim',
      aboutId: claim.id,
      networkId: claim.enquiry.networkId,
    })
  })
}
