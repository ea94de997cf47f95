import type { Db } from '../database.js'
import { Conflict } from '../errors.js'
import { remember } from '../groups/history.js'
import type { Person } from '../people/person.js'
import type { FoundClaim } from './claims.js'
import { about, keepRevision, type NewClaim } from './making.js'

/** What the claim said at one time. */
export interface Revision {
  claim: string
  strength: string
  because: string
  at: string
  by: string
}

/** Everything the claim has said, the first wording first. How many there are is the claim's version. */
export async function revisionsOf(db: Db, claimId: string): Promise<Revision[]> {
  return db
    .selectFrom('claimRevisions')
    .innerJoin('people', 'people.id', 'claimRevisions.revisedBy')
    .select(['claim', 'strength', 'because', 'revisedAt as at', 'people.name as by'])
    .where('claimId', '=', claimId)
    .orderBy('revisedAt')
    .orderBy('claimRevisions.id')
    .execute()
}

export async function versionOf(db: Db, claimId: string): Promise<number> {
  const { revisions } = await db
    .selectFrom('claimRevisions')
    .select(eb => eb.fn.countAll().as('revisions'))
    .where('claimId', '=', claimId)
    .executeTakeFirstOrThrow()
  return Number(revisions)
}

/**
 * Changes what a claim says, how sure the group is or what would change its mind; the reason is kept for good.
 * @param values.version the version that the words were written upon; left out, nothing is compared.
 * @returns false, and changes nothing, when somebody else has revised the claim meanwhile.
 * @throws Conflict when the claim was retired.
 */
export async function reviseClaim(
  db: Db,
  claim: FoundClaim,
  person: Person,
  values: NewClaim & { because: string; version?: number },
): Promise<boolean> {
  if (claim.retiredAt) throw new Conflict('This claim was retired. Bring it back before you revise it.')
  return db.transaction().execute(async trx => {
    if (values.version !== undefined && values.version !== (await versionOf(trx, claim.id))) return false
    const { strength, whatWouldChange = claim.whatWouldChange } = values
    await trx
      .updateTable('claims')
      .set({ claim: values.claim, strength, whatWouldChange })
      .where('id', '=', claim.id)
      .execute()
    await keepRevision(trx, claim.id, person, values)
    await remember(trx, about(claim, claim.enquiry), person, `revised claim C${claim.number}`)
    return true
  })
}
