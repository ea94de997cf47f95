import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { formOf, type FormState } from '../../web/read.js'
import { daysAfter, today } from '../../web/now.js'
import { aroundInstruments } from '../around-instruments.js'
import { aboutInstrument } from '../instruments.js'
import type { ReopeningPage } from './pages.js'
import type { FoundQuestionnaire } from './questionnaires.js'

const daysMore = 7

/** The last day that is offered where it is over: a week from today. */
export function nextLastDay(): string {
  return daysAfter(today(), daysMore)
}

/** What opening it again does, said before it is done. */
export function reopeningPage(
  found: FoundQuestionnaire,
  form: FormState = formOf({ endsOn: nextLastDay() }),
): ReopeningPage {
  return {
    title: 'Open it again',
    ...aroundInstruments(found.enquiry),
    name: found.name,
    address: `/questionnaires/${found.id}`,
    evidence: found.evidenceId ? `/evidence/${found.evidenceId}` : null,
    form,
  }
}

/**
 * Takes a closing back, with a new last day. The answers that were kept stay, out of sight until it is closed again; who
 * gave them was forgotten, so that everybody can answer. @throws Conflict unless it is closed
 */
export async function reopenQuestionnaire(
  trx: Trx,
  found: FoundQuestionnaire,
  person: Person,
  endsOn: string,
): Promise<void> {
  const opened = await trx
    .updateTable('questionnaires')
    .set({ closedAt: null, closedBy: null, askedAt: null, endsOn })
    .where('id', '=', found.id)
    .where('closedAt', 'is not', null)
    .executeTakeFirst()
  if (opened.numUpdatedRows === 0n) throw new Conflict('This questionnaire is open.')
  const deed = { by: person, ...aboutInstrument(found.enquiry, found.id), name: found.name }
  await record(trx, { kind: 'questionnaire opened again', ...deed, endsOn })
}
