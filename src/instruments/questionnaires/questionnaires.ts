import type { Db } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { allow, NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { today } from '../../web/now.js'
import { mayUseInstruments, readsInstruments } from '../permissions.js'
import { type Question, questionsReadBy } from '../questions.js'
import type { Questionnaire } from '../tables.js'

export interface FoundQuestionnaire extends Omit<Questionnaire, 'questions'> {
  questions: Question[]
  enquiry: Enquiry
}

/** For those who read the group's instruments. @throws NotFound */
export async function findQuestionnaire(db: Db, person: Reader, id: string): Promise<FoundQuestionnaire> {
  const row = await db.selectFrom('questionnaires').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('questionnaire')
  const enquiry = await findEnquiry(db, person, row.groupId)
  if (!readsInstruments(enquiry)) throw new NotFound('questionnaire')
  return { ...enquiry.names.read(row), questions: questionsReadBy(enquiry.names, row.questions), enquiry }
}

/** A questionnaire for somebody who asks it. @throws NotFound as `findQuestionnaire` does, NotAllowed unless they may */
export async function findQuestionnaireToUse(db: Db, person: Reader, id: string): Promise<FoundQuestionnaire> {
  const found = await findQuestionnaire(db, person, id)
  allow(mayUseInstruments(found.enquiry))
  return found
}

/** The questionnaires of a group, open and closed, the newest first. */
export async function questionnairesOf(db: Db, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('questionnaires')
    .select(['id', 'name', 'openedAt', 'endsOn', 'closedAt', 'instrumentId'])
    .where('groupId', '=', enquiry.groupId)
    .orderBy('openedAt', 'desc')
    .execute()
  return enquiry.names.read(rows)
}

/** It was closed, or its last day has gone by. */
export function isOver({ closedAt, endsOn }: Pick<Questionnaire, 'closedAt' | 'endsOn'>): boolean {
  return closedAt !== null || endsOn < today()
}
