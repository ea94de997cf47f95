import type { Db } from '../database.js'
import { enquiriesById, enquiriesOf, findEnquiryById, type Enquiry } from '../enquiries/enquiry.js'
import { NotAllowed, NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import type { Read } from '../names/written.js'
import { byName } from '../words/words.js'
import type { FoundRecommendation, InPlace, RecommendationWithResponses, ResponseOf } from './found.js'
import { asSeenBy } from './seeing.js'
import { headHere } from './sending/heads-here.js'
import type { RecommendationAsWritten, ResponseAsWritten } from './tables.js'

export type { FoundRecommendation, InPlace, RecommendationWithResponses, ResponseOf }

/** @throws NotFound when there is none, or it is not for this person */
export async function findRecommendation(db: Db, person: Reader, id: string): Promise<FoundRecommendation> {
  const row = await db.selectFrom('recommendations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('recommendation')
  const [recommendation] = await withResponses(db, person, [row])
  const enquiry = await findEnquiryById(db, person, row.enquiryId).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  const { networkId } = await db
    .selectFrom('groups')
    .select('networkId')
    .where('id', '=', row.groupId)
    .executeTakeFirstOrThrow()
  const found = asSeenBy(person, recommendation!, enquiry, networkId)
  if (!found) throw new NotFound('recommendation')
  return found
}

/** What was sent to these schools, as this person may see it, with the group each comes from; what was sent last stands first. */
export async function recommendationsTo(
  db: Db,
  person: Reader,
  schoolIds: string[],
): Promise<(FoundRecommendation & { groupName: string })[]> {
  if (schoolIds.length === 0) return []
  const sent = await db
    .selectFrom('responses')
    .select(eb => ['recommendationId', eb.fn.max('sentAt').as('sentAt')])
    .where('schoolId', 'in', schoolIds)
    .groupBy('recommendationId')
    .orderBy('sentAt', 'desc')
    .execute()
  const ids = sent.map(one => one.recommendationId)
  const found = await recommendationsById(db, person, ids)
  return found.sort((one, other) => ids.indexOf(one.recommendation.id) - ids.indexOf(other.recommendation.id))
}

/** The recommendations of one cycle that this person may see, in their order. */
export async function recommendationsOf(db: Db, person: Reader, enquiry: Enquiry): Promise<FoundRecommendation[]> {
  const rows = await db
    .selectFrom('recommendations')
    .selectAll()
    .where('enquiryId', '=', enquiry.id)
    .orderBy('number')
    .execute()
  const all = await withResponses(db, person, rows)
  return all.flatMap(one => asSeenBy(person, one, enquiry, enquiry.networkId) ?? [])
}

/** Several by their ids, as this person may see them, with the group each comes from; the others are left out. */
export async function recommendationsById(
  db: Db,
  person: Reader,
  ids: string[],
): Promise<(FoundRecommendation & { groupName: string })[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('recommendations')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .selectAll('recommendations')
    .select(['groups.name as groupName', 'groups.networkId'])
    .where('recommendations.id', 'in', ids)
    .execute()
  const enquiries = await enquiriesById(
    db,
    person,
    rows.map(row => row.enquiryId),
  )
  return (await withResponses(db, person, rows)).flatMap(recommendation => {
    const found = asSeenBy(person, recommendation, enquiries.get(recommendation.enquiryId), recommendation.networkId)
    return found ? [{ ...found, groupName: recommendation.groupName }] : []
  })
}

/** The same for every group of the network. */
export async function recommendationsAcross(
  db: Db,
  person: Reader,
  networkId: string,
): Promise<(FoundRecommendation & { groupName: string })[]> {
  const groups = await db.selectFrom('groups').select('id').where('networkId', '=', networkId).execute()
  const ids = groups.map(group => group.id)
  return recommendationsIn(db, person, networkId, await enquiriesOf(db, person, ids))
}

/** The recommendations of a whole network that this person may see, the newest first, with the group each comes from. */
export async function recommendationsIn(
  db: Db,
  person: Reader,
  networkId: string,
  enquiries: Enquiry[],
): Promise<(FoundRecommendation & { groupName: string })[]> {
  const rows = await db
    .selectFrom('recommendations')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .selectAll('recommendations')
    .select('groups.name as groupName')
    .where('groups.networkId', '=', networkId)
    .orderBy('recommendations.draftedAt', 'desc')
    .execute()
  const all = await withResponses(db, person, rows)
  return all.flatMap((one, place) => {
    const enquiry = enquiries.find(own => own.groupId === one.groupId)
    const found = asSeenBy(person, one, enquiry, networkId)
    return found && one.responses.length > 0 ? [{ ...found, groupName: rows[place]!.groupName }] : []
  })
}

type NamesOfResponse = 'schoolName' | 'answeredByName' | 'confirmedByName' | 'headName'

interface WrittenWithResponses extends RecommendationAsWritten {
  responses: (ResponseAsWritten & Pick<ResponseOf, NamesOfResponse>)[]
  evidenceIds: string[]
}

/** What is said in it, under the names that the reader reads. */
async function underNamesOf<Row extends WrittenWithResponses>(db: Db, reader: Reader, row: Row) {
  const { read } = await reader.namesIn(db, row.groupId)
  // Which schools were asked, and who heads them, is the network's affair, not the group's words: they keep their names.
  const responses = row.responses.map(response => ({
    ...read(response),
    schoolName: response.schoolName,
    headName: response.headName,
  }))
  return { ...read(row), responses } as unknown as Omit<Read<Row>, 'responses'> & RecommendationWithResponses
}

async function withResponses<Row extends RecommendationAsWritten>(
  db: Db,
  reader: Reader,
  rows: Row[],
): Promise<(Omit<Read<Row>, 'responses'> & RecommendationWithResponses)[]> {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const responses = await db
    .selectFrom('responses')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .leftJoin('people', 'people.id', 'responses.answeredBy')
    .leftJoin('people as confirmers', 'confirmers.id', 'responses.confirmedBy')
    .selectAll('responses')
    .select(['schools.name', 'schools.name as schoolName', 'people.name as answeredByName'])
    .select(eb => ['confirmers.name as confirmedByName', headHere(eb).as('headName')])
    .where('responses.recommendationId', 'in', ids)
    .execute()
  const evidence = await db
    .selectFrom('recommendationEvidence')
    .selectAll()
    .where('recommendationId', 'in', ids)
    .execute()
  const whole = rows.map(row => ({
    ...row,
    responses: responses.filter(one => one.recommendationId === row.id).sort(byName),
    evidenceIds: evidence.filter(one => one.recommendationId === row.id).map(one => one.evidenceId),
  }))
  return Promise.all(whole.map(row => underNamesOf(db, reader, row))) as unknown as Promise<
    (Omit<Read<Row>, 'responses'> & RecommendationWithResponses)[]
  >
}

/** What one school answers, or has still to answer, as this person may see it. @throws NotFound */
export async function findResponse(
  db: Db,
  person: Reader,
  id: string,
  schoolId: string,
): Promise<FoundRecommendation & { response: ResponseOf }> {
  const found = await findRecommendation(db, person, id)
  const response = found.recommendation.responses.find(one => one.schoolId === schoolId)
  if (!response) throw new NotFound('recommendation')
  return { ...found, response }
}

/** For what only the group does: to everybody else who may read it, it is not theirs to do. @throws NotFound, NotAllowed */
export async function findOwnRecommendation(
  db: Db,
  person: Reader,
  id: string,
): Promise<{ recommendation: RecommendationWithResponses; enquiry: Enquiry }> {
  const { recommendation, enquiry } = await findRecommendation(db, person, id)
  if (enquiry === undefined) throw new NotAllowed()
  return { recommendation, enquiry }
}
