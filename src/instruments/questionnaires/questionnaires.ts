import { randomInt } from 'node:crypto'
import type { Db, Trx } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { Conflict, NotFound } from '../../errors.js'
import { logEvidence } from '../../evidence/logging/logging.js'
import { record } from '../../facts/facts.js'
import { type NamesBook, namesOutside } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { hashOfToken, newId, newToken } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { aboutInstrument, type FoundInstrument } from '../instruments.js'
import { readsInstruments } from '../permissions.js'
import { type Answers, answersIn, type Question, questionsReadBy } from '../questions.js'
import type { Questionnaire } from '../tables.js'
import { fewestAnswers, type Results, resultsInWords, resultsOf } from './spread.js'

/*
 * Who said what is never known. A row of answers has neither a person nor a moment, and no order either: an answer that
 * comes takes the place of one of chance, which moves to the end. While a questionnaire is open nobody
 * sees any answer, not even how many have come, so that nothing can be learned from what changed between two looks. What
 * is shown is one picture, drawn once it is closed, for all who answered together: there is no filter whose complement
 * could be small. With fewer than five answers nothing is shown at all, and they are erased.
 */

export const mostAnswers = 500
export const mostLinks = 60

export interface FoundQuestionnaire extends Omit<Questionnaire, 'questions'> {
  questions: Question[]
  enquiry: Enquiry
}

/** What a colleague sees who is asked, whether or not they may open the group. */
export interface Asked {
  id: string
  name: string
  purpose: string
  questions: Question[]
  endsOn: string
  groupId: string
  networkId: string
}

/** For those who read the group's instruments. @throws NotFound */
export async function findQuestionnaire(db: Db, person: Reader, id: string): Promise<FoundQuestionnaire> {
  const row = await db.selectFrom('questionnaires').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('questionnaire')
  const enquiry = await findEnquiry(db, person, row.groupId)
  if (!readsInstruments(enquiry)) throw new NotFound('questionnaire')
  return { ...enquiry.names.read(row), questions: questionsReadBy(enquiry.names, row.questions), enquiry }
}

export async function questionnairesOf(db: Db, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('questionnaires')
    .select(['id', 'name', 'openedAt', 'endsOn', 'closedAt', 'instrumentId'])
    .where('groupId', '=', enquiry.groupId)
    .orderBy('openedAt', 'desc')
    .execute()
  return enquiry.names.read(rows)
}

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

/**
 * Makes links by which colleagues answer without signing in. They are shown once; only their hashes are kept.
 * @param count for one answer each; 0 for a single link that many can use, in place of the one before
 * @throws Conflict when it is closed, or has its links already
 */
export async function makeLinks(trx: Trx, found: FoundQuestionnaire, count: number): Promise<string[]> {
  if (isOver(found)) throw new Conflict('This questionnaire is closed.')
  const tokens = Array.from({ length: Math.max(1, count) }, newToken)

  const { made } = await trx
    .selectFrom('questionnaireLinks')
    .select(eb => eb.fn.countAll<number>().as('made'))
    .where('questionnaireId', '=', found.id)
    .where('kind', '=', 'once')
    .executeTakeFirstOrThrow()
  if (Number(made) + count > mostLinks) throw new Conflict(`At most ${mostLinks} links for one answer can be made.`)
  const kind = count === 0 ? 'shared' : 'once'
  if (kind === 'shared')
    await trx
      .deleteFrom('questionnaireLinks')
      .where('questionnaireId', '=', found.id)
      .where('kind', '=', kind)
      .execute()
  const of = { questionnaireId: found.id, kind, used: null } as const
  const rows = tokens.map(token => ({ ...of, tokenHash: hashOfToken(token) }))
  await trx.insertInto('questionnaireLinks').values(rows).execute()

  return tokens
}

/** @throws NotFound for a link that was never made; `over` when it cannot be answered any more, `used` when it was */
export async function askedByLink(db: Db, token: string): Promise<Asked & { over: boolean; used: boolean }> {
  const link = await db
    .selectFrom('questionnaireLinks')
    .selectAll()
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst()
  if (!link) throw new NotFound('questionnaire')
  return { ...(await askedBy(db, namesOutside(), link.questionnaireId)), used: link.used !== null }
}

/** For colleagues who are signed in: those who work in the network's schools. @throws NotFound for everybody else */
export async function askedOfColleague(
  db: Db,
  person: Reader,
  id: string,
): Promise<Asked & { over: boolean; used: boolean }> {
  const asked = await askedBy(db, person, id)
  if (!person.works(asked.networkId)) throw new NotFound('questionnaire')
  const answered = await db
    .selectFrom('questionnairePeople')
    .select('personId')
    .where('questionnaireId', '=', id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  return { ...asked, used: answered !== undefined }
}

async function askedBy(db: Db, reader: NamesBook, id: string): Promise<Asked & { over: boolean }> {
  const row = await db
    .selectFrom('questionnaires')
    .innerJoin('groups', 'groups.id', 'questionnaires.groupId')
    .select(['questionnaires.id', 'questionnaires.name', 'questionnaires.purpose', 'questionnaires.questions'])
    .select(['questionnaires.endsOn', 'questionnaires.closedAt', 'questionnaires.groupId', 'groups.networkId'])
    .where('questionnaires.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('questionnaire')
  const names = await reader.namesIn(db, row.groupId)
  const { closedAt, ...asked } = names.read(row)
  return { ...asked, questions: questionsReadBy(names, row.questions), over: isOver({ closedAt, endsOn: row.endsOn }) }
}

export function isOver({ closedAt, endsOn }: Pick<Questionnaire, 'closedAt' | 'endsOn'>): boolean {
  return closedAt !== null || endsOn < today()
}

/** Keeps one colleague's answers, and, apart from them, that the link or the person has been used. */
export async function giveAnswers(
  trx: Trx,
  asked: Asked,
  answers: Answers,
  by: { token: string } | Person,
): Promise<void> {
  const open = await trx
    .selectFrom('questionnaires')
    .select(['closedAt', 'endsOn'])
    .where('id', '=', asked.id)
    .executeTakeFirstOrThrow()
  if (isOver(open)) throw new Conflict('This questionnaire is closed.')
  await useUp(trx, asked, by)
  await putAmongTheOthers(trx, asked.id, JSON.stringify(answers))
}

/**
 * The order in which rows were written must not say who answered first. So a new answer goes, with equal chance, to the
 * end or into the place of an earlier one, which then goes to the end (R. Durstenfeld's shuffle, Communications of the ACM
 * 1964, inside out): after each answer every order is as likely as any other.
 */
async function putAmongTheOthers(trx: Trx, questionnaireId: string, answers: string): Promise<void> {
  const others = await trx
    .selectFrom('questionnaireAnswers')
    .select('id')
    .where('questionnaireId', '=', questionnaireId)
    .execute()
  if (others.length >= mostAnswers) throw new Conflict('As many answers have come as this questionnaire can hold.')
  const place = others[randomInt(others.length + 1)]?.id
  const last = place === undefined ? answers : await replaced(trx, place, answers)
  await trx.insertInto('questionnaireAnswers').values({ id: newId(), questionnaireId, answers: last }).execute()
}

async function replaced(trx: Trx, id: string, answers: string): Promise<string> {
  const before = await trx
    .selectFrom('questionnaireAnswers')
    .select('answers')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await trx.updateTable('questionnaireAnswers').set({ answers }).where('id', '=', id).execute()
  return before.answers
}

async function useUp(trx: Trx, { id }: Asked, by: { token: string } | Person): Promise<void> {
  const twice = () => new Conflict('An answer has been given here already. Thank you.')
  if ('token' in by) {
    const link = await trx
      .selectFrom('questionnaireLinks')
      .selectAll()
      .where('tokenHash', '=', hashOfToken(by.token))
      .where('questionnaireId', '=', id)
      .executeTakeFirst()
    if (!link) throw new NotFound('questionnaire')
    if (link.kind === 'shared') return
    if (link.used !== null) throw twice()
    await trx.updateTable('questionnaireLinks').set({ used: 'yes' }).where('tokenHash', '=', link.tokenHash).execute()
    return
  }
  const first = await trx
    .insertInto('questionnairePeople')
    .values({ questionnaireId: id, personId: by.id })
    .onConflict(c => c.columns(['questionnaireId', 'personId']).doNothing())
    .executeTakeFirst()
  if (first.numInsertedOrUpdatedRows === 0n) throw twice()
}

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
  const rows = kept
  const results = resultsOf(
    found.questions,
    rows.map(row => answersIn(row.answers)),
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
