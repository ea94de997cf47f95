import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { type KnownSchool, schoolsByIds } from '../networks/schools/schools.js'

/** The schools whose numbers a cycle can have: those of the group, and those that left it with readings of their own. */
export async function schoolsToMeasure(db: Db, enquiry: Enquiry): Promise<KnownSchool[]> {
  const measured = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .select('readings.schoolId')
    .distinct()
    .where('measures.enquiryId', '=', enquiry.id)
    .execute()
  const ids = [...new Set([...enquiry.schoolIds, ...measured.map(one => one.schoolId)])]
  return schoolsByIds(db, ids)
}
