import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'

/** Who will read what a group shares beyond itself, by name, so that sharing is a deliberate act. */
export async function whoReads(db: Db, enquiry: Enquiry): Promise<string[]> {
  const roles = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['people.name', 'networkRoles.role', 'networkRoles.schoolId', 'schools.name as school'])
    .where('networkRoles.networkId', '=', enquiry.networkId)
    .where('networkRoles.role', 'in', ['network leader', 'headteacher'])
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .orderBy('people.name')
    .execute()
  const leaders = roles.filter(one => one.role === 'network leader').map(one => `${one.name}, network leader`)
  const heads = roles
    .filter(one => one.role === 'headteacher' && one.schoolId && enquiry.schoolIds.includes(one.schoolId))
    .map(one => `${one.name}, headteacher of ${one.school}`)
  return [...new Set([...leaders, ...heads])]
}
