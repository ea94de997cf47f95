import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { comparisonsOf } from './comparisons/comparisons.js'
import { type KnownSchool, schoolsByIds } from '../networks/schools/schools.js'

/** The schools whose numbers a cycle can have: those of the group, and those that left it with readings of their own. */
export async function schoolsToMeasure(db: Db, enquiry: Enquiry): Promise<KnownSchool[]> {
  const measured = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .select('readings.schoolId')
    .distinct()
    .where('measures.enquiryId', '=', enquiry.id)
    .where('readings.comparisonId', 'is', null)
    .execute()
  const ids = [...new Set([...enquiry.schoolIds, ...measured.map(one => one.schoolId)])]
  return schoolsByIds(db, ids)
}

/** What a number can be of: these schools, and behind them what is only measured beside; each with an id of its own. */
export async function placesToMeasure(db: Db, enquiry: Enquiry): Promise<KnownSchool[]> {
  const comparisons = await comparisonsOf(db, enquiry)
  return [
    ...(await schoolsToMeasure(db, enquiry)),
    ...comparisons.map(({ id, label }) => ({ id, name: label, urn: null })),
  ]
}
