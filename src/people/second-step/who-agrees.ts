import type { Db } from '../../database.js'
import { aWeekAgo } from '../../grave-acts/who-agrees.js'
import { rolesThat } from '../roles/roles.js'

/**
 * Who may be the second person: another administrator, or a leader of a network of the person whom it touches; nobody whose
 * standing is younger than a week, whatever the age of their account.
 */
export async function whoAgreesToTakeOff(db: Db, personId: string): Promise<string[]> {
  const before = aWeekAgo()
  const administrators = await db
    .selectFrom('people')
    .select('id')
    .where('administratorSince', '<', before)
    .where('id', '<>', personId)
    .execute()
  const leaders = await db
    .selectFrom('networkRoles')
    .select('personId as id')
    .where('role', 'in', rolesThat('leads the network'))
    .where('endedAt', 'is', null)
    .where('beganAt', '<', before)
    .where('personId', '<>', personId)
    .where('networkId', 'in', eb =>
      eb
        .selectFrom('networkRoles as held')
        .select('held.networkId')
        .where('held.personId', '=', personId)
        .where('held.endedAt', 'is', null)
        .union(
          eb
            .selectFrom('groupPeople')
            .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
            .select('groups.networkId')
            .where('groupPeople.personId', '=', personId)
            .where('groupPeople.leftAt', 'is', null),
        ),
    )
    .execute()
  return [...administrators, ...leaders].map(one => one.id)
}
