import type { Db } from '../database.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { citationsIn, citationsNamed } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { type BesidePart, partsBeside } from '../networks/year.js'
import { whatItWasBegunFrom } from './drafting/begun-from.js'
import { responsesShown, whereFrom } from './answering/responses-shown.js'
import { piecesLeanedOn } from './drafting/leaning.js'
import type { RecommendationPage } from './pages.js'
import { mayRelease, mayRevise, maySend, mayWithdraw } from './permissions.js'
import type { FoundRecommendation } from './recommendations.js'

/** A recommendation for whoever may read it: within the group's pages, or alone for those who were only sent it. */
export async function recommendationPage(
  db: Db,
  person: Reader,
  found: FoundRecommendation,
  beside: BesidePart[],
): Promise<RecommendationPage> {
  const { recommendation, enquiry } = found
  const { groupId, number, reasons } = recommendation
  const from = await whereFrom(db, person, recommendation)
  return {
    title: `Recommendation R${number}`,
    breadcrumbs: enquiry
      ? crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/recommendations`, text: 'Recommendations' })
      : [],
    head: enquiry ? headOf(enquiry, 'recommendations') : null,
    from: { ...from, href: enquiry ? `/groups/${groupId}` : null },
    recommendation,
    citations: enquiry ? await citationsIn(db, enquiry, [reasons]) : await citationsNamed(db, groupId, [reasons]),
    begunFrom: await whatItWasBegunFrom(db, person, found),
    pieces: await piecesLeanedOn(db, person, recommendation),
    inPlace: found.inPlace.filter(one => !recommendation.responses.some(own => own.schoolId === one.schoolId)),
    beside: enquiry ? await partsBeside(beside, 'recommendation', db, person, recommendation.id) : [],
    responses: await responsesShown(db, person, found),
    may: {
      revise: mayRevise(enquiry, recommendation),
      send: maySend(enquiry, recommendation),
      withdraw: mayWithdraw(enquiry, recommendation),
      release: mayRelease(enquiry, recommendation),
    },
  }
}
