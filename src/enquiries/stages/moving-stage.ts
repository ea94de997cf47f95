import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { type Stage, stageKeys, stageNamed } from '../../stages.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { type Enquiry, isOpen } from '../enquiry.js'
import { aboutEnquiry } from '../records/recording.js'

/** Whether a move leads on or back. */
export function isReturn(from: Stage, to: Stage): boolean {
  return stageKeys.indexOf(to) < stageKeys.indexOf(from)
}

/** The stage after this one; undefined after evaluation. */
export function stageAfter(stage: Stage): Stage | undefined {
  return stageKeys[stageKeys.indexOf(stage) + 1]
}

/**
 * Moves the group to another stage. Stages say what is missing; they never block.
 * @param sentence going on: what the group learned. Going back: why.
 * @throws Conflict when the cycle is finished, the group closed, or it stands elsewhere by now
 */
export async function moveStage(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  to: Stage,
  sentence: string,
): Promise<void> {
  if (!isOpen(enquiry)) throw new Conflict('This cycle is finished, so it stays where it is.')
  if (to === enquiry.stage) throw new Conflict(`The group is at ${stageNamed(to).name} already.`)
  const id = newId()
  const from = enquiry.stage

  const moved = await trx
    .updateTable('enquiries')
    .set({ stage: to })
    .where('id', '=', enquiry.id)
    .where('stage', '=', from)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Conflict('Somebody moved the group meanwhile.')
  await trx
    .insertInto('stageMoves')
    .values({
      id,
      enquiryId: enquiry.id,
      fromStage: from,
      toStage: to,
      sentence,
      movedAt: now(),
      movedBy: person.id,
    })
    .execute()
  const deed = { by: person, ...aboutEnquiry(enquiry, 'stage', to), because: sentence }
  await record(trx, { kind: 'stage moved', ...deed, from, to, back: isReturn(from, to), move: id })
}
