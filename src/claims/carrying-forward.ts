import type { Carrying } from '../enquiries/cycles/between-cycles.js'
import { carryChallenges } from '../enquiries/cycles/carrying-challenges.js'
import { offer } from '../enquiries/cycles/carrying-records.js'
import type { Db, Trx } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { unread } from '../names/names.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { keepRevision, nextNumber } from './making/making.js'

/**
 * The next cycle begins with what the group still claims: each claim anew under the next number, with the evidence that
 * bears on it and the challenges that nobody has answered, known by the claim it was carried from, and unshared until the
 * group chooses again.
 */
export const claimsGoAlong: Carrying = {
  name: 'claims',
  async offered(db, { id }) {
    const count = (await standingIn(db, id)).length
    return offer(count, 'claim that the group still makes', 'claims that the group still makes', {
      hint: 'Each gets a new number and keeps its evidence and its open challenges. Nobody outside the group reads it before you share it again.',
      isUsual: true,
    })
  },
  take: carryClaims,
}

async function standingIn(db: Db, cycle: string) {
  return db
    .selectFrom('claims')
    .selectAll()
    .where('enquiryId', '=', cycle)
    .where('retiredAt', 'is', null)
    .orderBy('number')
    .execute()
}

async function carryClaims(trx: Trx, from: Enquiry, to: { id: string }, person: Person): Promise<void> {
  const claims = await standingIn(trx, from.id)
  for (const claim of unread(claims)) {
    const carried = {
      ...claim,
      id: newId(),
      enquiryId: to.id,
      number: await nextNumber(trx, claim.groupId),
      madeAt: now(),
      madeBy: person.id,
      sharedAt: null,
      sharedBy: null,
      carriedFrom: claim.id,
    }
    await trx.insertInto('claims').values(carried).execute()
    await keepRevision(trx, carried.id, person, { ...claim, because: '' })
    await carryChallenges(trx, 'claim', claim.id, carried.id)
    const links = unread(await trx.selectFrom('claimEvidence').selectAll().where('claimId', '=', claim.id).execute())
    if (links.length > 0)
      await trx
        .insertInto('claimEvidence')
        .values(links.map(link => ({ ...link, claimId: carried.id })))
        .execute()
    await carryPassages(trx, claim.id, carried.id)
  }
}

async function carryPassages(trx: Trx, from: string, to: string): Promise<void> {
  const links = unread(await trx.selectFrom('claimPassages').selectAll().where('claimId', '=', from).execute())
  if (links.length === 0) return
  await trx
    .insertInto('claimPassages')
    .values(links.map(link => ({ ...link, claimId: to })))
    .execute()
}
