import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { mayAnswer, maySayInPlace } from '../permissions.js'
import type { RecommendationWithResponses } from '../recommendations.js'
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
export async function responsesShown(db: Db, person: Reader, recommendation: RecommendationWithResponses) {
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
    files: files.get(response.id) ?? [],
    earlier: read(earlier)
      .filter(one => one.responseId === response.id)
      .slice(1),
    may: {
      answer: mayAnswer(person, recommendation, response),
      follow: maySayInPlace(person, recommendation, response),
    },
  }))
}
