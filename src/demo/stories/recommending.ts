import { inOne } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { answerRecommendation, followAdoption } from '../../recommendations/answering/answering.js'
import {
  findRecommendation,
  findResponse,
  type FoundRecommendation,
  type ResponseOf,
} from '../../recommendations/recommendations.js'
import { draftRecommendation } from '../../recommendations/drafting/drafting.js'
import { releaseRecommendation, sendRecommendation } from '../../recommendations/sending/sending.js'
import { enterSlip } from '../../recommendations/slips/entering-slips.js'
import { schools } from '../cast.js'
import type { Recommendation, Response } from '../material/types.js'
import { daysAfter } from '../../web/now.js'
import { type Deed, moment, notAfterToday } from './deeds.js'
import { known, type Telling } from './telling.js'

/** Recommendations are drafted and sent; heads answer, try, and put them in place. */
export function recommendationDeeds(telling: Telling): Deed[] {
  return telling.cycle.recommendations.flatMap((one, place) => [
    { at: moment(one.draftedOn, '16:10', 5 * place), act: () => draft(telling, one) },
    ...sending(telling, one, place),
    ...one.responses.flatMap((response, which) => answering(telling, one, response, which)),
  ])
}

async function draft(telling: Telling, one: Recommendation): Promise<void> {
  const person = await telling.as(one.by)
  const { recommendation, because, costInReleaseDays, cost, evidence } = one
  const enquiry = await telling.enquiry(person)
  const drafted = await inOne(telling.house.db, trx =>
    draftRecommendation(trx, enquiry, person, {
      recommendation,
      reasons: because,
      releaseDays: costInReleaseDays,
      cost,
      evidenceIds: evidence.map(key => known(telling.pieces, key)),
    }),
  )
  telling.recommendations.set(one.key, drafted.id)
}

function sending(telling: Telling, { key, sentOn, to }: Recommendation, place: number): Deed[] {
  if (!sentOn) return []
  const { db } = telling.house
  const find = async (day: string) => {
    const lead = await telling.as(telling.leadOn(day))
    const { recommendation } = await findRecommendation(db, lead, known(telling.recommendations, key))
    return { lead, recommendation, enquiry: await telling.enquiry(lead) }
  }
  const send = async () => {
    const { lead, recommendation, enquiry } = await find(sentOn)
    const receivers = schools.filter(school => to.includes(school.id))
    await inOne(db, trx => sendRecommendation(trx, enquiry, recommendation, lead, receivers))
  }
  const sent = { at: moment(sentOn, '16:15', 4 * place), act: send }
  const published = telling.cycle.writeUp?.publishedOn
  if (!published) return [sent]
  const release = async () => {
    const { lead, recommendation, enquiry } = await find(published)
    await inOne(db, trx => releaseRecommendation(trx, enquiry, recommendation, lead))
  }
  return [sent, { at: moment(published, '17:10', place), act: release }]
}

function answering(telling: Telling, { key }: Recommendation, response: Response, which: number): Deed[] {
  const { answer, reason, lookAgainOn, mayBePublished, adoption, inPlace, on } = response
  const reviewOn = lookAgainOn ?? daysAfter(on, 150)
  const find = () => toAnswer(telling, key, response)
  if (response.fromPaper) return [onPaper(telling, key, response, which)]
  const answered = {
    at: moment(on, '09:10', 7 * which),
    act: async () => {
      const { head, recommendation, own, from } = await find()
      const given = { answer, reason, reviewOn, mayBePublic: mayBePublished === true, version: own.version }
      await inOne(telling.house.db, trx => answerRecommendation(trx, from, recommendation, own, head, given))
    },
  }
  if (answer === 'decline' || !adoption || adoption === 'considering') return [answered]
  const since = inPlace ? daysAfter(inPlace.on, 1) : daysAfter(on, 75)
  const follow = async () => {
    const { head, recommendation, own, from } = await find()
    const { on: inPlaceOn = null, whatCanBeSeen = '' } = inPlace ?? {}
    const stands = { adoption, inPlaceOn, whatCanBeSeen, reviewOn, version: own.version }
    await inOne(telling.house.db, trx => followAdoption(trx, from, recommendation, own, head, stands, []))
  }
  return [answered, { at: moment(notAfterToday(since), '08:50', 7 * which), act: follow }]
}

/** A colleague enters what their head, who has no account, wrote on the slip. */
function onPaper(telling: Telling, key: string, response: Response, which: number): Deed {
  const { answer, reason, lookAgainOn = null, on } = response
  return {
    at: moment(on, '16:40', 7 * which),
    act: async () => {
      const { head: colleague, recommendation, own, from } = await toAnswer(telling, key, response)
      const slip = { answer, reason, reviewOn: lookAgainOn, fromPaperOn: on, version: own.version }
      await inOne(telling.house.db, trx => enterSlip(trx, from, recommendation, own, colleague, slip, []))
    },
  }
}

/** What is to be answered for a school, as its head finds it, or whoever enters the slip. */
async function toAnswer(
  telling: Telling,
  key: string,
  response: Response,
): Promise<FoundRecommendation & { head: Reader; own: ResponseOf; from: { networkId: string; groupId: string } }> {
  const head = await telling.as(response.by)
  const { db } = telling.house
  const found = await findResponse(db, head, known(telling.recommendations, key), response.school)
  const from = { networkId: telling.group.network, groupId: telling.group.id }
  return { ...found, head, own: found.response, from }
}
