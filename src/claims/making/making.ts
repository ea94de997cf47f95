import type { Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { FoundClaim } from '../claims.js'
import type { Sure } from '../sure.js'

export interface NewClaim {
  claim: string
  strength: Sure
  sureBecause?: string
  whatWouldChange?: string
}

/**
 * Makes a claim in the enquiry's cycle; its number is the next one of the group, and is never used again.
 * What it says is kept as the first of its revisions. Until it is shared it is read by those around the group who work with it (permissions.ts).
 */
export async function makeClaim(trx: Trx, enquiry: Enquiry, person: Person, values: NewClaim): Promise<FoundClaim> {
  const claim = {
    id: newId(),
    groupId: enquiry.groupId,
    enquiryId: enquiry.id,
    number: await nextNumber(trx, enquiry.groupId),
    claim: values.claim,
    strength: values.strength,
    sureBecause: values.sureBecause ?? '',
    whatWouldChange: values.whatWouldChange ?? '',
    madeAt: now(),
    madeBy: person.id,
    sharedAt: null,
    sharedBy: null,
    retiredAt: null,
    retiredBy: null,
    retiredBecause: null,
    carriedFrom: null,
  }
  await trx.insertInto('claims').values(claim).execute()
  await keepRevision(trx, claim.id, person, { ...claim, because: '' })
  await record(trx, { kind: 'claim made', by: person, ...factAboutClaim(claim, enquiry) })
  return { ...claim, enquiry }
}

export async function nextNumber(trx: Trx, groupId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('claims')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

/** A revision holds all that the claim says from that moment on, and why; the first has no reason. */
export async function keepRevision(
  trx: Trx,
  claimId: string,
  person: Person,
  { claim, strength, sureBecause, whatWouldChange, because }: Says & { because: string },
): Promise<void> {
  const says = { claim, strength, sureBecause, whatWouldChange, because }
  await trx
    .insertInto('claimRevisions')
    .values({ id: newId(), claimId, ...says, revisedAt: now(), revisedBy: person.id })
    .execute()
}

/** The words of a claim. */
export interface Says {
  claim: string
  strength: Sure
  sureBecause: string
  whatWouldChange: string
}

/** How a fact knows a claim. */
export function factAboutClaim(
  claim: { id: string; groupId: string; number: number },
  { networkId }: { networkId: string },
) {
  return { networkId, groupId: claim.groupId, aboutKind: 'claim', aboutId: claim.id, number: claim.number }
}
