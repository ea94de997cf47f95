import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { logEvidence } from '../../evidence/logging/logging.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { aboutInstrument } from '../instruments.js'
import { answersIn } from '../questions.js'
import type { FoundQuestionnaire } from './questionnaires.js'
import { fewestAnswers, type Results, resultsInWords, resultsOf } from './spread.js'

/**
 * Closes a questionnaire for good. Its answers are put into an order of chance, and who answered is forgotten. From five
 * answers on, the spread of answers becomes a piece of evidence; fewer are erased unseen.
 */
export async function closeQuestionnaire(trx: Trx, found: FoundQuestionnaire, person: Reader): Promise<void> {
  const closed = await trx
    .updateTable('questionnaires')
    .set({ closedAt: now(), closedBy: person.id })
    .where('id', '=', found.id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new Conflict('This questionnaire is closed already.')
  const given = await trx
    .selectFrom('questionnaireAnswers')
    .select('answers')
    .where('questionnaireId', '=', found.id)
    .execute()
  for (const table of ['questionnaireAnswers', 'questionnairePeople', 'questionnaireLinks'] as const)
    await trx.deleteFrom(table).where('questionnaireId', '=', found.id).execute()
  const shuffled = given
    .map(row => ({ id: newId(), questionnaireId: found.id, answers: row.answers }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  const kept = shuffled.length < fewestAnswers ? [] : shuffled
  for (const row of kept) await trx.insertInto('questionnaireAnswers').values(row).execute()
  const deed = { by: person, ...aboutInstrument(found.enquiry, found.id), name: found.name }
  await record(trx, { kind: 'questionnaire closed', ...deed })
  const results = resultsOf(
    found.questions,
    kept.map(row => answersIn(row.answers)),
  )
  if (results) await becomeEvidence(trx, found, person, results)
}

async function becomeEvidence(trx: Trx, found: FoundQuestionnaire, person: Reader, results: Results): Promise<void> {
  const { piece } = await logEvidence(trx, found.enquiry, person, {
    title: `Questionnaire: ${found.name}`.slice(0, 120),
    whatWeSaw: resultsInWords(results),
    kind: 'survey',
    stage: found.enquiry.stage,
    gatheredOn: today(),
    schools: [],
    audience: 'group',
    capture: `questionnaire-${found.id}`,
  })
  await trx.updateTable('questionnaires').set({ evidenceId: piece.id }).where('id', '=', found.id).execute()
}

/** The spread of answers of a closed questionnaire; undefined while it is open, and below five answers. */
export async function spreadOf(db: Db, found: FoundQuestionnaire): Promise<Results | undefined> {
  if (!found.closedAt) return undefined
  const rows = await db
    .selectFrom('questionnaireAnswers')
    .select('answers')
    .where('questionnaireId', '=', found.id)
    .execute()
  return resultsOf(
    found.questions,
    rows.map(row => answersIn(row.answers)),
  )
}
