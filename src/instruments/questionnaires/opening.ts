import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutInstrument, type FoundInstrument } from '../instruments.js'
import type { FoundQuestionnaire } from './questionnaires.js'

/** Opens a questionnaire with the questions as they stand now. @param endsOn its last day */
export async function openQuestionnaire(
  trx: Trx,
  found: FoundInstrument,
  person: Reader,
  endsOn: string,
): Promise<string> {
  const id = newId()

  await trx
    .insertInto('questionnaires')
    .values({
      ...{ id, groupId: found.groupId, enquiryId: found.enquiry.id, instrumentId: found.id, name: found.name },
      ...{ purpose: found.purpose, questions: JSON.stringify(found.questions), openedAt: now(), openedBy: person.id },
      ...{ endsOn, closedAt: null, closedBy: null, askedAt: null, evidenceId: null },
    })
    .execute()
  const deed = { by: person, ...aboutInstrument(found.enquiry, id), name: found.name }
  await record(trx, { kind: 'questionnaire opened', ...deed, endsOn })

  return id
}

/** Moves the last day of a questionnaire that is not closed, so that those who are late can still answer. */
export async function moveLastDay(db: Db, found: FoundQuestionnaire, endsOn: string): Promise<void> {
  const moved = await db
    .updateTable('questionnaires')
    .set({ endsOn })
    .where('id', '=', found.id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Conflict('This questionnaire is closed.')
}
