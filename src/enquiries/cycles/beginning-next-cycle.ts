import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { stageKeys } from '../../stages.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Enquiry } from '../enquiry.js'
import { aboutEnquiry } from '../records/recording.js'

/** What a later room carries from a finished cycle into the next one, in the same transaction. */
export type CarryForward = (trx: Trx, from: Enquiry, to: { id: string; cycle: number }, person: Person) => Promise<void>

/**
 * Begins the next cycle where the finished one ended: it inherits the question (in new words if the group likes), the
 * challenges that nobody has answered, and whatever the later rooms carry (claims). The finished cycle stays to be read.
 * @returns the new cycle's id and number
 * @throws Conflict while a cycle is still going on, or when the next one has begun already
 */
export async function beginNextCycle(
  trx: Trx,
  from: Enquiry,
  person: Person,
  question: string,
  carry: CarryForward[],
): Promise<{ id: string; cycle: number }> {
  if (from.closedAt !== null) throw new Conflict('The group is closed. Reopen it first.')
  if (from.finishedAt === null) throw new Conflict('Finish this cycle before you begin another.')
  const to = { id: newId(), cycle: from.cycle + 1 }

  const begun = await trx
    .insertInto('enquiries')
    .values({
      ...to,
      groupId: from.groupId,
      question,
      stage: 'context',
      beganAt: now(),
      beganBy: person.id,
      finishedAt: null,
      finishedBy: null,
      decision: null,
      decidedBecause: null,
      follows: from.id,
    })
    .onConflict(conflict => conflict.columns(['groupId', 'cycle']).doNothing())
    .executeTakeFirst()
  if (!begun.numInsertedOrUpdatedRows) throw new Conflict('Somebody began the next cycle meanwhile.')
  for (const stage of stageKeys) await carryChallenges(trx, 'stage', `${from.id}.${stage}`, `${to.id}.${stage}`)
  for (const take of carry) await take(trx, from, to, person)
  const deed = { by: person, ...aboutEnquiry(from, 'enquiry', to.id) }
  await record(trx, { kind: 'cycle begun', ...deed, cycle: to.cycle, question })

  return to
}

/** A challenge that nobody has answered asks the same of the thing that takes the place of this one. */
export async function carryChallenges(trx: Trx, aboutKind: string, from: string, to: string): Promise<void> {
  const open = await trx
    .selectFrom('comments')
    .selectAll()
    .where('aboutKind', '=', aboutKind)
    .where('aboutId', '=', from)
    .where('kind', '=', 'challenge')
    .where('answeredAt', 'is', null)
    .where('settledAt', 'is', null)
    .where('removedAt', 'is', null)
    .execute()
  if (open.length === 0) return
  await trx
    .insertInto('comments')
    .values(unread(open).map(comment => ({ ...comment, id: newId(), aboutId: to, carriedFrom: comment.id })))
    .execute()
}
