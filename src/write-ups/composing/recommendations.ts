import { adoptionSaid, answerSaid } from '../../recommendations/answers.js'
import type { RecommendationWithResponses, ResponseOf } from '../../recommendations/recommendations.js'
import { day, plural } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { leads } from '../../handouts/leads.js'
import { answersNotTold, ended } from '../sentences.js'
import { list, references, said, stacked, titled } from './markdown.js'

/** What was asked of the heads, why, what it costs, and the answers that heads agreed to publish, by school. */
export function composeRecommendations({ recommendations, pieces }: Logged): string {
  return stacked(
    ...recommendations.map((one, place) =>
      titled(`${place + 1}. ${one.recommendation}`, recommendationInWords(one, pieces)),
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
    said(`${leads.costs}.`, costOf(releaseDays, cost)),
    references(pieces.filter(piece => evidenceIds.includes(piece.id))),
    published.length > 0 && `**What heads answered**\n\n${list(published.map(answerInWords))}`,
    othersAsked(responses),
  )
}

function costOf(releaseDays: number | null, cost: string): string {
  const days = releaseDays ? `${plural(releaseDays, 'day', 'days')} of release time.` : ''
  return [days, cost && ended(cost)].filter(Boolean).join(' ')
}

function answerInWords(response: ResponseOf): string {
  const inPlace = response.whatCanBeSeen ? `What can be seen there: ${ended(response.whatCanBeSeen)}` : ''
  return [
    `**${response.schoolName}. ${answerSaid(response.answer)}.**`,
    ended(response.reason),
    adoptionOf(response),
    inPlace,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Since when it is in place, where the head has said; what nobody has said yet is not told. */
function adoptionOf({ adoption, inPlaceOn }: ResponseOf): string {
  if (!adoption || adoption === 'considering') return ''
  return `${adoptionSaid(adoption)}${adoption === 'in place' && inPlaceOn ? ` since ${day(inPlaceOn)}` : ''}.`
}

function othersAsked(responses: ResponseOf[]): string {
  const open = responses.filter(one => one.answer === null)
  return answersNotTold({
    privately: responses.filter(one => one.answer !== null && one.publicAt === null).length,
    unanswered: open.filter(one => one.headName !== null).length,
    withoutHead: open.filter(one => one.headName === null).length,
  })
}
