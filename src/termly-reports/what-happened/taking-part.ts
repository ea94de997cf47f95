import type { Db } from '../../database.js'
import { takingPart } from '../../people/roles/roles.js'
import type { Window } from './window.js'

/** The schools that belong to the network as the time ends. */
export function schoolsAtEndOf(db: Db, { networkId }: { networkId: string }, { until }: Window) {
  return db
    .selectFrom('schools')
    .select(['id', 'name', 'joinedAt'])
    .where('networkId', '=', networkId)
    .where('joinedAt', '<', until)
    .where(eb => eb.or([eb('leftAt', 'is', null), eb('leftAt', '>=', until)]))
    .execute()
}

/** Who took part in a group of the network at any moment of the time, and for which school. */
export function membersIn(db: Db, { networkId }: { networkId: string }, { from, until }: Window) {
  return db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groupPeople.schoolId', 'groupPeople.personId', 'groups.id as groupId', 'groups.name as group'])
    .where('groups.networkId', '=', networkId)
    .where('groupPeople.role', 'in', takingPart)
    .where('groupPeople.joinedAt', '<', until)
    .where(eb => eb.or([eb('groupPeople.leftAt', 'is', null), eb('groupPeople.leftAt', '>=', from)]))
    .where(eb => eb.or([eb('groups.closedAt', 'is', null), eb('groups.closedAt', '>=', from)]))
    .execute()
}
