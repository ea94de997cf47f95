import type { Db, Trx } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { allow, BadInput, Conflict, NotFound } from '../../errors.js'
import { ofThisNetwork, ownSchool } from '../../evidence/logging/choices.js'
import type { Kind } from '../../evidence/kinds.js'
import { logEvidence } from '../../evidence/logging/logging.js'
import type { Evidence } from '../../evidence/tables.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import type { FoundInstrument } from '../instruments.js'
import { mayUseInstruments } from '../permissions.js'
import {
  answerInWords,
  type Answers,
  answersIn,
  answersSent,
  type Question,
  questionsIn,
  tooLongIn,
} from '../questions.js'
import type { Filling } from '../tables.js'
import { evidenceOfKind, type InstrumentKind } from '../kinds.js'
import { templates } from '../templates.js'

/** A sheet on somebody's screen. It is theirs alone until it is evidence. */
export interface FoundFilling extends Omit<Filling, 'answers'> {
  answers: Answers
  questions: Question[]
  name: string
  purpose: string
  kind: InstrumentKind
  enquiry: Enquiry
}

/** Begins a sheet with the questions as they stand now. @returns its id */
export async function beginFilling(db: Db, found: FoundInstrument, person: Reader): Promise<string> {
  const id = newId()
  const answers = { school: ownSchool(person, found.enquiry) ?? '', on: today(), about: '' }
  await db
    .insertInto('fillings')
    .values({
      ...{ id, instrumentId: found.id, version: found.version, personId: person.id, answers: JSON.stringify(answers) },
      ...{ begunAt: now(), savedAt: now(), finishedAt: null, evidenceId: null },
    })
    .execute()
  return id
}

/** A sheet that somebody is filling in, for themselves alone. @throws NotFound for everybody else */
export async function findFilling(db: Db, person: Reader, id: string): Promise<FoundFilling> {
  const row = await db
    .selectFrom('fillings')
    .innerJoin('instruments', 'instruments.id', 'fillings.instrumentId')
    .innerJoin('instrumentVersions', join =>
      join
        .onRef('instrumentVersions.instrumentId', '=', 'fillings.instrumentId')
        .onRef('instrumentVersions.version', '=', 'fillings.version'),
    )
    .selectAll('fillings')
    .select(['instruments.groupId', 'instruments.kind', 'instruments.purpose'])
    .select(['instrumentVersions.name', 'instrumentVersions.questions'])
    .where('fillings.id', '=', id)
    .where('fillings.personId', '=', person.id)
    .executeTakeFirst()
  if (!row) throw new NotFound('sheet')
  const { groupId, ...filling } = row
  const enquiry = await findEnquiry(db, person, groupId)
  return {
    ...enquiry.names.read(filling),
    kind: row.kind,
    answers: answersIn(row.answers),
    questions: questionsIn(row.questions),
    enquiry,
  }
}

/** A sheet for whoever goes on filling it in. @throws NotFound as `findFilling` does, NotAllowed when the cycle is over */
export async function findFillingToUse(db: Db, person: Reader, id: string): Promise<FoundFilling> {
  const filling = await findFilling(db, person, id)
  allow(mayUseInstruments(filling.enquiry))
  return filling
}

/** Sheets that this person began and has not finished. */
export async function unfinishedOf(db: Db, person: Reader, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('fillings')
    .innerJoin('instruments', 'instruments.id', 'fillings.instrumentId')
    .select(['fillings.id', 'instruments.name', 'fillings.savedAt'])
    .where('instruments.groupId', '=', enquiry.groupId)
    .where('personId', '=', person.id)
    .where('finishedAt', 'is', null)
    .orderBy('fillings.savedAt', 'desc')
    .execute()
  return enquiry.names.read(rows)
}

/** Saves what stands on the sheet, as often as it is sent. @throws Conflict when it has become evidence already, BadInput where an answer is longer than can be kept */
export async function saveFilling(db: Db, filling: FoundFilling, body: unknown): Promise<Answers> {
  const answers: Answers = { ...answersSent(filling.questions, body), ...factsSent(body) }
  const mistake = tooLongIn(filling.questions, answers)
  if (mistake) throw new BadInput(mistake, 422)
  const saved = await db
    .updateTable('fillings')
    .set({ answers: JSON.stringify(answers), savedAt: now() })
    .where('id', '=', filling.id)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  if (saved.numUpdatedRows === 0n) throw new Conflict('This sheet has become evidence already.')
  return answers
}

function factsSent(body: unknown): { school: string; on: string; about: string } {
  const sent = (body ?? {}) as Record<string, unknown>
  const said = (name: string, most: number) => (typeof sent[name] === 'string' ? sent[name].trim().slice(0, most) : '')
  return { school: said('school', 40), on: said('on', 10), about: said('about', 200).replace(/\s+/g, ' ') }
}

/** Makes the sheet a piece of evidence, whose words are the questions with their answers. Sent twice, it is one piece. */
export async function finishFilling(
  trx: Trx,
  filling: FoundFilling,
  person: Reader,
  audience: 'author' | 'group',
): Promise<Pick<Evidence, 'id' | 'number'>> {
  const { answers } = filling
  const on = String(answers.on ?? '')
  const logged = {
    title: [filling.name, answers.about].filter(Boolean).join(': ').slice(0, 120),
    whatWeSaw: sheetInWords(filling.questions, answers),
    kind: kindOf(filling),
    stage: filling.enquiry.stage,
    gatheredOn: /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(on)) && on <= today() ? on : today(),
    schools: await ofThisNetwork(trx, filling.enquiry, [String(answers.school ?? '')].filter(Boolean)),
    audience,
    capture: `sheet-${filling.id}`,
  }
  const { piece, isNew } = await logEvidence(trx, filling.enquiry, person, logged)
  if (isNew)
    await trx
      .updateTable('fillings')
      .set({ finishedAt: now(), evidenceId: piece.id, answers: '{}' })
      .where('id', '=', filling.id)
      .execute()
  return piece
}

/** A copy of a template keeps its name more often than not; the name then tells what kind of evidence it makes. */
function kindOf({ kind, name }: FoundFilling): Kind {
  const template = templates.find(one => one.name === name && one.kind === kind)
  return template?.evidence ?? evidenceOfKind[kind]
}

/** The questions that were answered, each with its answer beneath. */
export function sheetInWords(questions: Question[], answers: Answers): string {
  return questions
    .flatMap(question => {
      const answer = answerInWords(question, answers[question.id])
      return answer ? [`${question.words}\n${answer}`] : []
    })
    .join('\n\n')
    .slice(0, 49_000)
}

/** Throws a sheet away that was never finished. */
export async function dropFilling(db: Db, filling: FoundFilling): Promise<void> {
  await db.deleteFrom('fillings').where('id', '=', filling.id).where('finishedAt', 'is', null).execute()
}
