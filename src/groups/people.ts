import { today } from '../web/now.js'
import type { Db } from '../database.js'
import { asksWith, type Slots, type ValueOrSlot } from '../database/in-the-same-words.js'
import { type GroupRole, rolesThat, takingPart } from '../people/roles/roles.js'
import { byName } from '../words/words.js'

/** Somebody in a group, now or before, as its pages show them. */
export interface InGroup {
  id: string
  personId: string
  name: string
  role: GroupRole
  /** As it is said: a volunteer who is the head of a school is a “headteacher, taking part”. */
  as: string
  schoolId: string | null
  school: string | null
  joinedAt: string
  until: string | null
  leftAt: string | null
}

/** Who is in the group now: the lead learner first, then volunteers by name, then facilitators. */
export async function peopleOf(db: Db, groupId: string): Promise<InGroup[]> {
  return byRoleAndName(await peopleNow(db, { groupId }))
}

const peopleNow = asksWith((db, { groupId }: Slots<{ groupId: string }>) =>
  everybody(db, groupId).where('groupPeople.leftAt', 'is', null).where('schools.leftAt', 'is', null),
)

/** Somebody who was in a group, once however often they came and left: as they were last, with every time and every school. */
export interface FormerlyInGroup extends InGroup {
  times: Pick<InGroup, 'as' | 'joinedAt' | 'leftAt'>[]
  schools: string[]
}

/** Who was in the group and left, or whose school has left the network, and has not come back; their work stayed. */
export async function formerPeopleOf(db: Db, groupId: string): Promise<FormerlyInGroup[]> {
  const here = new Set((await peopleNow(db, { groupId })).map(one => one.personId))
  const former = everybody(db, groupId).where(eb =>
    eb.or([eb('groupPeople.leftAt', 'is not', null), eb('schools.leftAt', 'is not', null)]),
  )
  const byPerson = new Map<string, InGroup[]>()
  for (const one of byRoleAndName(await former.execute()))
    if (!here.has(one.personId)) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one])
  return [...byPerson.values()].map(rows => {
    const times = rows.sort((one, other) => (one.joinedAt < other.joinedAt ? -1 : 1))
    return {
      ...times.at(-1)!,
      times: times.map(({ as, joinedAt, leftAt }) => ({ as, joinedAt, leftAt })),
      schools: [...new Set(times.flatMap(one => one.school ?? []))],
    }
  })
}

/** Whoever takes part in the group, or ever did: what they said is the group's own. */
export async function whoEverTookPart(db: Db, groupId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('groupPeople')
    .select('personId')
    .where('groupId', '=', groupId)
    .where('role', 'in', takingPart)
    .execute()
  return new Set(rows.map(one => one.personId))
}

function everybody(db: Db, groupId: ValueOrSlot) {
  return db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .leftJoin('schools', 'schools.id', 'groupPeople.schoolId')
    .select(['groupPeople.id', 'groupPeople.personId', 'people.name', 'groupPeople.role', 'groupPeople.schoolId'])
    .select(['schools.name as school', 'groupPeople.joinedAt', 'groupPeople.until', 'groupPeople.leftAt'])
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('networkRoles')
            .innerJoin('groups', 'groups.networkId', 'networkRoles.networkId')
            .select('networkRoles.id')
            .whereRef('groups.id', '=', 'groupPeople.groupId')
            .whereRef('networkRoles.personId', '=', 'groupPeople.personId')
            .where('networkRoles.role', 'in', rolesThat('answers for the school'))
            .where('networkRoles.endedAt', 'is', null),
        )
        .as('isHead'),
    )
    .where('groupPeople.groupId', '=', groupId)
}

const order: GroupRole[] = ['lead learner', 'volunteer', 'facilitator']

type Found = Omit<InGroup, 'as'> & { isHead: unknown }

function byRoleAndName(found: Found[]): InGroup[] {
  const people = found.map(({ isHead, ...one }) => ({
    ...one,
    as: isHead && one.role === 'volunteer' ? 'headteacher, taking part' : one.role,
  }))
  return people.sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role) || byName(one, other))
}

/** Who challenges a group of the network now, by name: whose last day is over does so no more. */
export async function facilitatorsIn(db: Db, networkId: string): Promise<{ id: string; name: string }[]> {
  const people = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('groups.networkId', '=', networkId)
    .where('groupPeople.role', '=', 'facilitator')
    .where('groupPeople.leftAt', 'is', null)
    .where(eb => eb.or([eb('groupPeople.until', 'is', null), eb('groupPeople.until', '>=', today())]))
    .where('people.disabledAt', 'is', null)
    .execute()
  return people.sort(byName)
}

/** Whoever leads a group now, by their ids. */
export async function leadsOf(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .leftJoin('schools', 'schools.id', 'groupPeople.schoolId')
    .select('personId')
    .where('groupId', '=', groupId)
    .where('role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .where('schools.leftAt', 'is', null)
    .execute()
  return rows.map(row => row.personId)
}
