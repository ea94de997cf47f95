import { randomInt } from 'node:crypto'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { type NamesBook, namesOutside } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { hashOfToken, newId } from '../../web/new-id.js'
import { type Answers, type Question, questionsReadBy } from '../questions.js'
import { isOver } from './questionnaires.js'

/*
 * Who said what is never known. A row of answers has neither a person nor a moment, and no order either: an answer that
 * comes takes the place of one of chance, which moves to the end. While a questionnaire is open nobody
 * sees any answer, not even how many have come, so that nothing can be learned from what changed between two looks. What
 * is shown is one picture, drawn once it is closed, for all who answered together: there is no filter whose complement
 * could be small. With fewer than five answers nothing is shown at all, and they are erased.
 */

export const mostAnswers = 500

/** What a colleague sees who is asked, whether or not they may open the group. */
export interface AskedQuestionnaire {
  id: string
  name: string
  purpose: string
  questions: Question[]
  endsOn: string
  groupId: string
  networkId: string
  /** It cannot be answered any more. */
  over: boolean
  /** This link or colleague has answered it. */
  used: boolean
}

/** @throws NotFound for a link that was never made */
export async function askedByLink(db: Db, token: string): Promise<AskedQuestionnaire> {
  const link = await db
    .selectFrom('questionnaireLinks')
    .selectAll()
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst()
  if (!link) throw new NotFound('questionnaire')
  return { ...(await askedUnder(db, namesOutside(), link.questionnaireId)), used: link.used !== null }
}

/** For colleagues who are signed in: those who work in the network's schools. @throws NotFound for everybody else */
export async function askedOfColleague(db: Db, person: Reader, id: string): Promise<AskedQuestionnaire> {
  const asked = await askedUnder(db, person, id)
  if (!person.works(asked.networkId)) throw new NotFound('questionnaire')
  const answered = await db
    .selectFrom('questionnairePeople')
    .select('personId')
    .where('questionnaireId', '=', id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  return { ...asked, used: answered !== undefined }
}

async function askedUnder(db: Db, reader: NamesBook, id: string): Promise<Omit<AskedQuestionnaire, 'used'>> {
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

/** Keeps one colleague's answers, and, apart from them, that the link or the person has been used. */
export async function giveAnswers(
  trx: Trx,
  asked: Pick<AskedQuestionnaire, 'id'>,
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
    .where('settledAt', 'is', null)
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

async function useUp(trx: Trx, { id }: Pick<AskedQuestionnaire, 'id'>, by: { token: string } | Person): Promise<void> {
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
