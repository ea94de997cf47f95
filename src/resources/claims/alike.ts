import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { claimsFor, type ClaimShown, type FoundClaim } from './claims.js'

/**
 * Other claims of the same colleague for the same kind of thing on the same day, as far as this person may read them: most
 * often one claim that was made twice. Both may be right (a morning and an afternoon), so it is said and not refused.
 */
export async function claimsAlike(db: Db, person: Reader, claim: FoundClaim): Promise<ClaimShown[]> {
  const onThatDay = { from: claim.onDay, until: claim.onDay }
  const { rows } = await claimsFor(db, person, { id: claim.networkId }, onThatDay)
  return rows.filter(
    one =>
      one.id !== claim.id &&
      one.personId === claim.personId &&
      one.kind === claim.kind &&
      one.pence === claim.pence &&
      one.state !== 'declined',
  )
}
