import type { Trx } from '../database.js'
import { Conflict } from '../errors.js'
import { record } from '../facts/facts.js'
import { written } from '../names/written.js'
import type { Person } from '../people/person.js'
import type { Enquiry } from './enquiry.js'
import { aboutEnquiry } from './records/recording.js'

/**
 * Puts the group's question in other words. The question before and the reason stay in the history.
 * @throws Conflict when somebody revised it since it was read
 */
export async function reviseQuestion(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  { question, because }: { question: string; because: string },
): Promise<void> {
  const revised = await trx
    .updateTable('enquiries')
    .set({ question })
    .where('id', '=', enquiry.id)
    .where('question', '=', written(enquiry.question))
    .executeTakeFirst()
  if (revised.numUpdatedRows === 0n) throw new Conflict('Somebody revised the question while you were writing.')
  const deed = { by: person, ...aboutEnquiry(enquiry, 'question', enquiry.id), because }
  await record(trx, { kind: 'question revised', ...deed, before: enquiry.question })
}
