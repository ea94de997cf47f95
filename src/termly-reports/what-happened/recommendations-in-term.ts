import type { Db } from '../../database.js'
import { namesOutside } from '../../names/names.js'
import type { Term } from '../../networks/tables.js'
import { windowOf } from './window.js'

export interface RecommendationInReport {
  recommendation: string
  group: string
  /** Answers whose heads agreed that they may be published. */
  open: { school: string; answer: string; adoption: string | null; canBeSeen: string }[]
  answered: number
  asked: number
}

/**
 * Recommendations that were sent, answered or put in place in the term.
 * @param when `ever`: in the term or before it
 */
export async function recommendationsInTerm(
  db: Db,
  networkId: string,
  term: Term,
  when: 'in the term' | 'ever' = 'in the term',
): Promise<RecommendationInReport[]> {
  const { from, until } = await windowOf(db, term)
  const rows = await db
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
  const during = (moment: string | null) => moment !== null && moment >= from && moment < until
  const told = new Map<string, RecommendationInReport & { live: boolean }>()
  const pseudonyms = namesOutside()
  for (const row of rows) {
    const { read: words, school } = await pseudonyms.namesIn(db, row.groupId)
    const one = told.get(row.id) ?? {
      recommendation: words(row.recommendation),
      group: row.group,
      open: [],
      answered: 0,
      asked: 0,
      live: false,
    }
    one.asked++
    if (row.answer !== null) one.answered++
    if (row.answer !== null && row.publicAt !== null)
      one.open.push({
        school: school({ id: row.schoolId, name: row.school }),
        answer: row.answer,
        adoption: row.adoption,
        canBeSeen: words(row.whatCanBeSeen),
      })
    one.live ||= during(row.sentAt) || during(row.answeredAt) || during(row.inPlaceAt)
    told.set(row.id, one)
  }
  return [...told.values()].filter(one => when === 'ever' || one.live)
}
