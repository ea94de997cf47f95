import type { Db } from '../../database.js'
import { safeguardingContact } from '../../evidence/logging/choices.js'
import type { Person } from '../../people/person.js'
import { formOf } from '../../web/read.js'
import type { AnswerPage } from './pages.js'
import { answerInWords, type Answers, choicesOf } from '../questions.js'
import type { AskedQuestionnaire } from './answering.js'

/** What has become of answering so far. */
export interface AnswerState {
  thanks?: boolean
  mistake?: string
  /** What was sent with a mistake. */
  body?: unknown
  /** What came too late, or once too often. */
  late?: Answers
  /** This browser has sent an answer by the link that all share. */
  here?: boolean
  /** Somebody else answers in that browser. */
  another?: boolean
}

/** A questionnaire for whoever answers it. @param person undefined for somebody who came by a link */
export async function answerPage(
  db: Db,
  person: Person | undefined,
  asked: AskedQuestionnaire,
  address: string,
  { thanks, mistake, body, late, here, another }: AnswerState,
): Promise<AnswerPage> {
  const { name, purpose, endsOn, questions } = asked
  const form = formOf(body ?? {})
  if (mistake) form.summary.push({ field: `q-${questions[0]!.id}`, text: mistake })
  return {
    title: name,
    ...{ name, purpose, endsOn },
    state: thanks ? 'thanks' : asked.over ? 'over' : asked.used ? 'used' : here ? 'here' : 'open',
    another: another ?? false,
    address,
    late: questions.flatMap(question => {
      const said = answerInWords(question, late?.[question.id])
      return said ? [{ asked: question.words, said }] : []
    }),
    form,
    questions: questions.map(question => ({ ...question, choices: choicesOf(question) })),
    safeguarding: await safeguardingContact(db, person?.schoolsIn(asked.networkId)[0] ?? null),
  }
}
