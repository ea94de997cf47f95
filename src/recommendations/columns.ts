import { type Column, day, text } from '../web/columns.js'
import { adoptionSaid, answerSaid } from './answers.js'
import type { Told } from './recommendations.js'

interface AskedLine {
  told: Told
  response: Told['responses'][number]
}

/** A line for each school that a recommendation was sent to. */
export function askedLines(all: { told: Told }[]): AskedLine[] {
  return all.flatMap(({ told }) => told.responses.map(response => ({ told, response })))
}

/** Recommendations and what each school answered, as a list. */
export const recommendationColumns: Column<AskedLine>[] = [
  text('Recommendation', 9, ({ told }) => `R${told.number}`),
  text('What', 60, ({ told }) => told.recommendation),
  text('School', 28, ({ response }) => response.schoolName),
  day('Sent', ({ response }) => response.sentAt),
  text('Answer', 20, ({ response }) => answerSaid(response.answer)),
  text('Reason', 50, ({ response }) => response.reason),
  day('Look again', ({ response }) => response.reviewOn),
  text('Where it stands', 24, ({ response }) => adoptionSaid(response.adoption)),
]
