import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { logEvidence } from '../../evidence/logging/logging.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { aboutInstrument } from '../instruments.js'
import { type Answers, answersIn } from '../questions.js'
import type { FoundQuestionnaire } from './questionnaires.js'
import { fewestAnswers, type Results, resultsInWords, resultsOf } from './spread.js'

/**
 * Closes a questionnaire. Its answers are put into an order of chance, and who answered is forgotten. From five answers on,
 * the spread of answers becomes a piece of evidence; fewer are erased unseen. Where it was open again, that is so for what
 * came since: with fewer than five more, two spreads beside each other would show who said what.
 */
export async function closeQuestionnaire(trx: Trx, found: FoundQuestionnaire, person: Reader): Promise<void> {
  const closedAt = now()
  const closed = await trx
    .updateTable('questionnaires')
    .set({ closedAt, closedBy: person.id })
    .where('id', '=', found.id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new Conflict('This questionnaire is closed already.')
  const given = await trx
    .selectFrom('questionnaireAnswers')
    .select(['answers', 'settledAt'])
    .where('questionnaireId', '=', found.id)
    .execute()
  for (const table of ['questionnaireAnswers', 'questionnairePeople', 'questionnaireLinks'] as const)
    await trx.deleteFrom(table).where('questionnaireId', '=', found.id).execute()
  const before = given.filter(row => row.settledAt !== null)
  const since = given.filter(row => row.settledAt === null)
  const counted = since.length < fewestAnswers ? [] : since.map(row => answersIn(row.answers))
  const added = before.length === 0 ? counted : withoutFew(counted)
  const kept = [...before.map(row => row.answers), ...added.map(one => JSON.stringify(one))]
    .map(answers => ({ id: newId(), questionnaireId: found.id, answers, settledAt: closedAt }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  for (const row of kept) await trx.insertInto('questionnaireAnswers').values(row).execute()
  const deed = { by: person, ...aboutInstrument(found.enquiry, found.id), name: found.name }
  await record(trx, { kind: 'questionnaire closed', ...deed })
  const results = resultsOf(
    found.questions,
    kept.map(row => answersIn(row.answers)),
  )
  if (results && counted.length > 0) await becomeEvidence(trx, found, person, results)
}

/** Beside an earlier spread, what fewer than five answered since would be known of them by subtraction. */
function withoutFew(since: Answers[]): Answers[] {
  const isAnswered = (said: Answers[string] | undefined) => said !== undefined && said.length > 0
  const few = (question: string) => since.filter(one => isAnswered(one[question])).length < fewestAnswers
  return since.map(one => Object.fromEntries(Object.entries(one).filter(([question]) => !few(question))))
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
    capture:
      found.evidenceId === null ? `questionnaire-${found.id}` : `questionnaire-${found.id}-${today()}-${newId()}`,
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
