import type { Db } from '../database.js'
import { unread } from '../names/names.js'
import type { Answer } from '../recommendations/answers.js'
import type { Dossier } from './tables.js'

/** One recommendation to a school, with the school's answer, as a head reads it. */
export interface Recommended {
  id: string
  groupId: string
  group: string
  question: string
  number: number
  recommendation: string
  reasons: string
  /** The claim that it was begun from. */
  claimId: string | null
  releaseDays: number | null
  cost: string
  answer: Answer | null
  answeredAt: string | null
  reviewOn: string | null
  fromPaperOn: string | null
  confirmedAt: string | null
  /** From then on governors read it. */
  releasedOutsideAt: string | null
}

/** As they were written: names are read under the groups’ pseudonyms when the document is whole. */
export async function recommendedTo(db: Db, { networkId, schoolId, groupId }: Dossier): Promise<Recommended[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('enquiries', 'enquiries.id', 'recommendations.enquiryId')
    .select(['recommendations.id', 'recommendations.groupId', 'groups.name as group', 'enquiries.question'])
    .select(['recommendations.number', 'recommendations.recommendation', 'recommendations.reasons'])
    .select(['recommendations.releaseDays', 'recommendations.cost', 'recommendations.releasedOutsideAt'])
    .select('recommendations.claimId')
    .select(['responses.answer', 'responses.answeredAt', 'responses.reviewOn'])
    .select(['responses.fromPaperOn', 'responses.confirmedAt'])
    .where('responses.schoolId', '=', schoolId)
    .where('groups.networkId', '=', networkId)
    .$if(groupId !== null, query => query.where('groups.id', '=', groupId!))
    .where('recommendations.withdrawnAt', 'is', null)
    .orderBy('groups.name')
    .orderBy('recommendations.number')
    .execute()
  return unread(rows)
}

/** Two groups may both have an R1: then they are counted through. */
export function codeOf(all: Recommended[], at: number): string {
  const several = new Set(all.map(one => one.groupId)).size > 1
  return several ? String(at + 1) : `R${all[at]!.number}`
}

/** `R3`, or `Recommendation 2` where they are counted through. */
export function recommendationCalled(code: string): string {
  return code.startsWith('R') ? code : `Recommendation ${code}`
}
