import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { type Stage } from '../../stages.js'
import { now } from '../../web/now.js'
import type { Enquiry } from '../enquiry.js'
import { aboutEnquiry } from '../records/recording.js'

/**
 * Shares what the group wrote in a stage: with the network's leaders, the co-leader of its theme, the heads of the
 * schools that take part, and the group's facilitators. It stays shared as it grows. Sharing twice is sharing once.
 */
export async function shareStage(trx: Trx, enquiry: Enquiry, person: Person, stage: Stage): Promise<void> {
  const shared = await trx
    .insertInto('sharedStages')
    .values({ enquiryId: enquiry.id, stage, sharedAt: now(), sharedBy: person.id })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!shared.numInsertedOrUpdatedRows) return
  await record(trx, { kind: 'stage shared', by: person, ...aboutEnquiry(enquiry, 'stage', enquiry.id), stage })
}

/** Takes a shared stage back; only the group reads it from now on. */
export async function unshareStage(trx: Trx, enquiry: Enquiry, person: Person, stage: Stage): Promise<void> {
  const taken = await trx
    .deleteFrom('sharedStages')
    .where('enquiryId', '=', enquiry.id)
    .where('stage', '=', stage)
    .executeTakeFirst()
  if (taken.numDeletedRows === 0n) return
  await record(trx, { kind: 'stage taken back', by: person, ...aboutEnquiry(enquiry, 'stage', enquiry.id), stage })
}
