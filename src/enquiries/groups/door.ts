import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { findGroupToJoin } from '../../groups/group.js'
import { mayVolunteer } from '../../groups/permissions.js'
import type { Reader } from '../../names/reader.js'

/** Where somebody is led who does not see the group, and may volunteer for it. @throws NotFound for everybody else */
export async function doorOf(db: Db, person: Reader, groupId: string): Promise<string> {
  const group = await findGroupToJoin(db, person, groupId)
  if (!mayVolunteer(person, group)) throw new NotFound('enquiry group')
  return `/groups/${group.id}/joining`
}
