import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { byName } from '../words/words.js'

export interface KnownSchool {
  id: string
  name: string
  urn: string | null
}

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
  return schoolsBy(db, ids)
}

/** These schools, in the order of the alphabet: nobody is first. */
export async function schoolsBy(db: Db, ids: string[]): Promise<KnownSchool[]> {
  if (ids.length === 0) return []
  const schools = await db.selectFrom('schools').select(['id', 'name', 'urn']).where('id', 'in', ids).execute()
  return schools.sort(byName)
}
