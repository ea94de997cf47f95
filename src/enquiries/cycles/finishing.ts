import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { type Enquiry, isOpen } from '../enquiry.js'
import { aboutEnquiry } from '../records/recording.js'
import type { Decision } from '../stages/stage-fields.js'

/**
 * Finishes the cycle at its evaluation, with what the group decided and why. Its stages can be read from now on, not
 * changed; the group itself stays open, to write up, to begin another cycle or to close.
 * @throws Conflict before evaluation, or when it is finished already
 */
export async function finishCycle(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  { decision, because }: { decision: Decision; because: string },
): Promise<void> {
  if (!isOpen(enquiry)) throw new Conflict('This cycle is finished already.')
  if (enquiry.stage !== 'evaluation') throw new Conflict('A cycle is finished at its evaluation. Move on to it first.')

  const finished = await trx
    .updateTable('enquiries')
    .set({ finishedAt: now(), finishedBy: person.id, decision, decidedBecause: because })
    .where('id', '=', enquiry.id)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  if (finished.numUpdatedRows === 0n) throw new Conflict('Somebody finished this cycle meanwhile.')
  const deed = { by: person, ...aboutEnquiry(enquiry, 'enquiry', enquiry.id), because }
  await record(trx, { kind: 'cycle finished', ...deed, cycle: enquiry.cycle, decision })
}

/** Why the group decided as it did at the end of this cycle, as the finder of the enquiry reads it. */
export async function whyDecided(db: Db, { id, names }: Enquiry): Promise<string | null> {
  const row = await db.selectFrom('enquiries').select('decidedBecause').where('id', '=', id).executeTakeFirstOrThrow()
  return names.read(row.decidedBecause)
}
