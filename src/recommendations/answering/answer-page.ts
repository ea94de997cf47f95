import { monthsAfter, today } from '../../web/now.js'
import type { Db } from '../../database.js'
import { citationsNamed } from '../../knowledge/citing/citing.js'
import type { Reader } from '../../names/reader.js'
import { type FormState, formOf } from '../../web/read.js'
import { adoptionSaid, adoptionsToSay, answerSaid, answersToGive } from '../answers.js'
import type { AnswerPage } from '../pages.js'
import { isOnPaperOnly } from '../permissions.js'
import { findResponse, type RecommendationWithResponses, type ResponseOf } from '../recommendations.js'
import { givenByInWords } from '../slips/in-words.js'
import { whereFrom } from './responses-shown.js'

/** What a head was sent, and the form to answer it or to say where it stands. */
export async function answerPage(
  db: Db,
  person: Reader,
  { recommendation, response }: { recommendation: RecommendationWithResponses; response: ResponseOf },
  form: FormState,
): Promise<AnswerPage> {
  return {
    title: `${response.schoolName} answers R${recommendation.number}`,
    citations: await citationsNamed(db, recommendation.groupId, [recommendation.reasons]),
    from: await whereFrom(db, person, recommendation),
    recommendation,
    response,
    choices: { answers: answersToGive, adoptions: adoptionsToSay },
    said: answerSaid(response.answer),
    entered: isOnPaperOnly(response) ? givenByInWords(response) : '',
    form,
    theirs: null,
  }
}

/** My words stay in the form, upon the newest version, with what the other person said beside them. */
export async function bothAnswersPage(
  db: Db,
  person: Reader,
  { recommendationId, schoolId }: ResponseOf,
  body: unknown,
): Promise<AnswerPage> {
  const newest = await findResponse(db, person, recommendationId, schoolId)
  const theirs = newest.response
  const form = formOf({ ...(body as object), version: theirs.version })
  const said = theirs.adoption
    ? `${answerSaid(theirs.answer)}. ${adoptionSaid(theirs.adoption)}`
    : answerSaid(theirs.answer)
  return { ...(await answerPage(db, person, newest, form)), theirs: { ...theirs, said, by: givenByInWords(theirs) } }
}

/** A day that was chosen once and is over proposes nothing: it would come back at once. */
export function dayToLookAgain(chosen: string | null): string {
  return chosen !== null && chosen > today() ? chosen : monthsAfter(today(), 6)
}
