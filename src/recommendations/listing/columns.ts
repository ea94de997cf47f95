import { type Column, day, text } from '../../web/columns.js'
import { adoptionSaid, answerSaid } from '../answers.js'
import { givenByInWords } from '../slips/in-words.js'
import type { RecommendationWithResponses, ResponseOf } from '../recommendations.js'

interface ResponseLine {
  recommendation: RecommendationWithResponses
  response: ResponseOf
}

/** A line for each school that a recommendation was sent to. */
export function responseLines(all: { recommendation: RecommendationWithResponses }[]): ResponseLine[] {
  return all.flatMap(({ recommendation }) => recommendation.responses.map(response => ({ recommendation, response })))
}

/** Recommendations and what each school answered, as a list. */
export const recommendationColumns: Column<ResponseLine>[] = [
  text('Recommendation', 9, ({ recommendation }) => `R${recommendation.number}`),
  text('What', 60, ({ recommendation }) => recommendation.recommendation),
  text('School', 28, ({ response }) => response.schoolName),
  day('Sent', ({ response }) => response.sentAt),
  text('Answer', 20, ({ response }) => answerSaid(response.answer)),
  text('Given by', 40, ({ response }) => (response.answer === null ? '' : givenByInWords(response))),
  text('Reason', 50, ({ response }) => response.reason),
  day('Look again', ({ response }) => response.reviewOn),
  text('Where it stands', 24, ({ response }) => adoptionSaid(response.adoption)),
]
