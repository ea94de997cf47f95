import type { Db } from '../database.js'
import { enquiriesOf, type Enquiry } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import { mayLogEvidence } from './permissions.js'

/** The open groups that a person may log evidence in, the one they logged in last first. */
export async function groupsToLogIn(db: Db, person: Person): Promise<Enquiry[]> {
  const ids = person.groups.map(one => one.groupId)
  const open = (await enquiriesOf(db, person, ids)).filter(mayLogEvidence)
  const last = await db
    .selectFrom('evidence')
    .select(['groupId', eb => eb.fn.max('loggedAt').as('at')])
    .where('loggedBy', '=', person.id)
    .groupBy('groupId')
    .execute()
  const lastIn = (enquiry: Enquiry) => last.find(one => one.groupId === enquiry.groupId)?.at ?? ''
  return open.sort(
    (one, other) => lastIn(other).localeCompare(lastIn(one)) || one.groupName.localeCompare(other.groupName),
  )
}
