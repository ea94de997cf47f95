import { type Instead, withInstead } from '../../texts/instead.js'
import type { Db, Trx } from '../../database.js'
import { unread } from '../../names/names.js'
import type { WayOut } from '../../texts/ways-out.js'
import { findClaim, type FoundClaim } from '../claims.js'
import { mayShareOfCycle } from '../permissions.js'

/** A claim with its revisions, about to be shared beyond the group. */
export const claimLeaves: WayOut = {
  at: '/claims/:claim/sharing',
  async leaving(db, person, { claim: id }) {
    const claim = await findClaim(db, person, id!)
    if (!mayShareOfCycle(claim.enquiry)) return undefined
    const revisions = await revisionsOf(db, claim)
    const words = [claim, ...revisions].flatMap(one => [one.claim, one.sureBecause ?? '', one.whatWouldChange ?? ''])
    const place = `/claims/${claim.id}`
    const { groupId, networkId } = claim.enquiry
    return {
      groupId,
      networkId,
      texts: [...words, ...revisions.map(one => one.because)].map(text => ({ words: text, place })),
      page: `/claims/${claim.id}`,
      reword: (trx, changesIn) => rewordClaim(trx, claim, changesIn),
    }
  },
}

async function revisionsOf(db: Db, { id }: Pick<FoundClaim, 'id'>) {
  return unread(await db.selectFrom('claimRevisions').selectAll().where('claimId', '=', id).execute())
}

async function rewordClaim(trx: Trx, claim: FoundClaim, changesIn: (words: string) => Instead[]): Promise<void> {
  const anew = (words: string) => withInstead(words, changesIn(words))
  const orNull = (words: string | null) => words && anew(words)
  await trx
    .updateTable('claims')
    .set({ claim: anew(claim.claim), sureBecause: anew(claim.sureBecause) })
    .set({ whatWouldChange: anew(claim.whatWouldChange) })
    .where('id', '=', claim.id)
    .execute()
  for (const one of await revisionsOf(trx, claim))
    await trx
      .updateTable('claimRevisions')
      .set({ claim: anew(one.claim), because: anew(one.because) })
      .set({ sureBecause: orNull(one.sureBecause), whatWouldChange: orNull(one.whatWouldChange) })
      .where('id', '=', one.id)
      .execute()
}
