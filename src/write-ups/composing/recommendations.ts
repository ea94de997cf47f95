import { adoptionSaid, answerSaid } from '../../recommendations/answers.js'
import type { RecommendationWithResponses, ResponseOf } from '../../recommendations/recommendations.js'
import { day, plural } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { list, references, said, sentence, stacked, under } from './markdown.js'

/** What was asked of the heads, why, what it costs, and the answers that heads agreed to publish, by school. */
export function composeRecommendations({ recommendations, pieces }: Logged): string {
  return stacked(
    ...recommendations.map((one, place) =>
      under(`${place + 1}. ${one.recommendation}`, recommendationInWords(one, pieces)),
    ),
  )
}

function recommendationInWords(
  { reasons, releaseDays, cost, responses, evidenceIds }: RecommendationWithResponses,
  pieces: Logged['pieces'],
): string {
  const published = responses.filter(response => response.publicAt !== null && response.answer !== null)
  return stacked(
    reasons,
    said('What it costs.', costOf(releaseDays, cost)),
    references(pieces.filter(piece => evidenceIds.includes(piece.id))),
    published.length > 0 && `**What heads answered**\n\n${list(published.map(answerInWords))}`,
    othersAsked(responses.length - published.length, published.length),
  )
}

function costOf(releaseDays: number | null, cost: string): string {
  const days = releaseDays ? `${plural(releaseDays, 'day', 'days')} of release time.` : ''
  return [days, cost && sentence(cost)].filter(Boolean).join(' ')
}

function answerInWords(response: ResponseOf): string {
  const inPlace = response.whatCanBeSeen ? `What can be seen there: ${sentence(response.whatCanBeSeen)}` : ''
  const adoption = response.adoption ? `${adoptionSaid(response.adoption)}${since(response)}.` : ''
  return [`**${response.schoolName}. ${answerSaid(response.answer)}.**`, sentence(response.reason), adoption, inPlace]
    .filter(Boolean)
    .join(' ')
}

function since({ adoption, inPlaceOn }: ResponseOf): string {
  return adoption === 'in place' && inPlaceOn ? ` since ${day(inPlaceOn)}` : ''
}

function othersAsked(others: number, published: number): string {
  if (others === 0) return ''
  const [one, many] =
    published > 0 ? (['more school was', 'more schools were'] as const) : (['school was', 'schools were'] as const)
  return `${plural(others, one, many)} asked. What they answered is not published here.`
}
