import type { Db } from '../../database.js'
import { groupsInScope, type Scope } from './scope.js'
import { type Window, within } from './window.js'

/** What became of a recommendation at a school, and when. */
export type ResponseInRecords = Awaited<ReturnType<typeof responsesOf>>[number]

/** Every recommendation that was ever sent, at each school that it went to; those that were withdrawn since among them. */
export function responsesOf(db: Db, scope: Scope) {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .select(['recommendations.id', 'recommendations.groupId', 'recommendations.withdrawnAt', 'responses.schoolId'])
    .select(['responses.sentAt', 'responses.answeredAt', 'responses.inPlaceAt', 'responses.publicAt'])
    .where(...groupsInScope(scope))
    .execute()
}

export interface RecommendationsCounted {
  /** Recommendations that were sent to at least one school. */
  sent: number
  answers: number
  /** Schools in which one was put in place, as far as their heads let it be told: no other is found by subtraction. */
  inPlace: number
}

export function recommendationsCounted(responses: ResponseInRecords[], window: Window): RecommendationsCounted {
  return {
    sent: new Set(responses.filter(one => within(one.sentAt, window)).map(one => one.id)).size,
    answers: responses.filter(one => within(one.answeredAt, window)).length,
    inPlace: responses.filter(one => isToldInPlace(one, window)).length,
  }
}

/** Whether one was put in place in the time, and its head lets it be told. */
export function isToldInPlace(one: Pick<ResponseInRecords, 'inPlaceAt' | 'publicAt'>, window: Window): boolean {
  return one.publicAt !== null && within(one.inPlaceAt, window)
}

/** What was recommended to each school in the term or before it, and what its head answered, in the words of both. */
export function recommendedUntil(db: Db, { networkId }: { networkId: string }, { until }: Window) {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['recommendations.id', 'recommendations.recommendation', 'groups.name as group', 'schools.name as school'])
    .select(['recommendations.groupId', 'responses.schoolId'])
    .select([
      'responses.answer',
      'responses.adoption',
      'responses.whatCanBeSeen',
      'responses.publicAt',
      'responses.fromPaperOn',
      'responses.confirmedAt',
      'responses.sentAt',
      'responses.answeredAt',
      'responses.inPlaceAt',
    ])
    .where('groups.networkId', '=', networkId)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.sentAt', '<', until)
    .orderBy('groups.name')
    .orderBy('recommendations.number')
    .orderBy('schools.name')
    .execute()
}

/** What was ever put in place at a school whose head lets it be told, by the school's name. */
export function putInPlace(db: Db, networkId: string) {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['recommendations.recommendation', 'recommendations.groupId', 'responses.schoolId', 'schools.name'])
    .select(['responses.inPlaceAt', 'responses.publicAt'])
    .where('groups.networkId', '=', networkId)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.inPlaceAt', 'is not', null)
    .where('responses.publicAt', 'is not', null)
    .orderBy('schools.name')
    .execute()
}

/** What the recommendations that were sent in the time would cost a school. */
export function costsIn(db: Db, { networkId }: { networkId: string }, { from, until }: Window) {
  return db
    .selectFrom('recommendations')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('responses', 'responses.recommendationId', 'recommendations.id')
    .select([
      'recommendations.id',
      'recommendations.groupId',
      'recommendations.number',
      'recommendations.recommendation',
      'recommendations.releaseDays',
      'recommendations.cost',
    ])
    .distinct()
    .where('groups.networkId', '=', networkId)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.sentAt', '>=', from)
    .where('responses.sentAt', '<', until)
    .orderBy('recommendations.groupId')
    .orderBy('recommendations.number')
    .execute()
}

/** Where the recommendations stand that heads said yes to before a moment, as far as they let it be told. */
export async function adoptionOf(
  db: Db,
  networkId: string,
  before: string,
): Promise<{ adoption: string; schools: number }[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .select(eb => ['responses.adoption', eb.fn.count<number>('responses.id').as('schools')])
    .where('groups.networkId', '=', networkId)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.answeredAt', '<', before)
    .where('responses.publicAt', 'is not', null)
    .where('responses.answer', 'in', ['accept', 'adapt'])
    .groupBy('responses.adoption')
    .execute()
  return rows.map(row => ({ adoption: row.adoption ?? 'considering', schools: Number(row.schools) }))
}
