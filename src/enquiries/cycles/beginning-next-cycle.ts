import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Enquiry } from '../enquiry.js'
import { aboutEnquiry } from '../records/recording.js'
import type { CarryForward } from './between-cycles.js'

/**
 * Begins the next cycle where the finished one ended: it inherits the question (in new words if the group likes) and
 * whatever was ticked of what the rooms carry. The finished cycle stays to be read.
 * @param next.takes the names of what goes along (`Carrying`)
 * @returns the new cycle's id and number
 * @throws Conflict while a cycle is still going on, or when the next one has begun already
 */
export async function beginNextCycle(
  trx: Trx,
  from: Enquiry,
  person: Person,
  { question, takes }: { question: string; takes: string[] },
  carryForward: CarryForward[],
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
  for (const { carries } of carryForward)
    if (carries && takes.includes(carries.name)) await carries.take?.(trx, from, to, person)
  const deed = { by: person, ...aboutEnquiry(from, 'enquiry', to.id) }
  await record(trx, { kind: 'cycle begun', ...deed, cycle: to.cycle, question })

  return to
}
