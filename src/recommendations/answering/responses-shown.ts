import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { adoptionSaid, answerSaid } from '../answers.js'
import { isOnPaperOnly, mayAnswer, mayConfirmSlip, mayEnterSlip, maySayInPlace } from '../permissions.js'
import type { FoundRecommendation, RecommendationWithResponses, ResponseOf } from '../recommendations.js'
import { givenByInWords } from '../slips/in-words.js'
import { filesOfResponses } from './response-files.js'

/** The group and the question that a recommendation came out of, as this reader reads them. */
export async function whereFrom(db: Db, person: Reader, recommendation: RecommendationWithResponses) {
  const row = await db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .select(['groups.name as groupName', 'enquiries.question'])
    .where('enquiries.id', '=', recommendation.enquiryId)
    .executeTakeFirstOrThrow()
  const { read } = await person.namesIn(db, recommendation.groupId)
  return { ...row, question: read(row.question) }
}

/** What schools answered, and before, and what they show of it. */
export async function responsesShown(db: Db, person: Reader, found: FoundRecommendation) {
  const { recommendation } = found
  const ids = recommendation.responses.map(response => response.id)
  const earlier =
    ids.length === 0
      ? []
      : await db
          .selectFrom('responseAnswers')
          .selectAll()
          .where('responseId', 'in', ids)
          .orderBy('answeredAt', 'desc')
          .execute()
  const files = await filesOfResponses(db, person, recommendation)
  const { read } = await person.namesIn(db, recommendation.groupId)
  return recommendation.responses.map(response => ({
    ...response,
    files: (files.get(response.id) ?? []).filter(file => file.shows === 'what can be seen'),
    slips: (files.get(response.id) ?? []).filter(file => file.shows === 'the reply slip'),
    said: answerSaid(response.answer),
    stands: adoptionSaid(response.adoption),
    by: givenByInWords(response),
    isOnPaperOnly: isOnPaperOnly(response),
    earlier: read(earlier)
      .filter(one => one.responseId === response.id)
      .slice(1)
      .map(one => ({ ...one, said: answerSaid(one.answer) })),
    dossier: dossierToHandOver(person, found, response),
    may: {
      answer: mayAnswer(person, recommendation, response),
      follow: maySayInPlace(person, recommendation, response),
      confirm: mayConfirmSlip(person, recommendation, response),
      enter: mayEnterSlip(person, found, response),
    },
  }))
}

/** A school without a head here gets its dossier from those who may make it: the group, or leaders of the network. */
function dossierToHandOver(
  person: Reader,
  { recommendation, enquiry, networkId }: FoundRecommendation,
  { schoolId, headName, answer }: ResponseOf,
): string | null {
  if (headName !== null || answer !== null || recommendation.withdrawnAt !== null) return null
  if (enquiry?.standing.member) return `/groups/${recommendation.groupId}/dossiers/${schoolId}`
  return person.isNetworkLeaderOf(networkId) ? `/networks/${networkId}/dossiers/${schoolId}` : null
}
