import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { grouped } from '../../words/grouped.js'
import { byName, listed } from '../../words/words.js'
import { readsEveryMeasure } from '../permissions.js'

/** Numbers that stay in the group, and the page on which their schools share them. */
export interface NotShared {
  says: string
  href: string
}

/**
 * What was measured in a cycle, or beside one of its actions, and its schools have not shared: it is in nothing that leaves
 * the group, so whoever writes up is told. Nothing for those who do not read all of the group’s measures.
 */
export async function numbersNotShared(db: Db, enquiry: Enquiry, actionId?: string): Promise<NotShared[]> {
  if (!readsEveryMeasure(enquiry)) return []
  const rows = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .innerJoin('schools', 'schools.id', 'readings.schoolId')
    .leftJoin('measureShares', join =>
      join
        .onRef('measureShares.measureId', '=', 'readings.measureId')
        .onRef('measureShares.schoolId', '=', 'readings.schoolId'),
    )
    .select(['measures.id', 'measures.name as measure', 'measures.folded', 'schools.id as schoolId'])
    .select('schools.name as school')
    .distinct()
    .where('measures.enquiryId', '=', enquiry.id)
    .where('readings.comparisonId', 'is', null)
    .where('measureShares.sharedAt', 'is', null)
    .$if(actionId !== undefined, query => query.where('readings.actionId', '=', actionId!))
    .orderBy('measures.folded')
    .execute()
  const { names } = enquiry
  return [...grouped(names.read(rows), row => row.id)].map(([id, own]) => {
    const schools = own.map(row => ({ name: names.school({ id: row.schoolId, name: row.school }) })).sort(byName)
    return {
      says: `Numbers of ${listed(schools.map(school => school.name))} are not shared: ${own[0]!.measure}`,
      href: `/measures/${id}`,
    }
  })
}
