import { sql } from 'kysely'
import { containing } from '../../words/folded.js'
import type { Db } from '../../database.js'
import { rolesOf } from '../../networks/people/people-of.js'
import { rolesThat, takingPart } from '../../people/roles/roles.js'
import { today } from '../../web/now.js'
import { byName } from '../../words/words.js'

/** Somebody who belongs to a circle now, and why. */
export interface CircleMember {
  id: string
  name: string
  email: string
  /** `by role`, or how they came. */
  how: 'by role' | 'invited' | 'joined'
}

/** Who belongs to each of these circles now, by name; a few questions however many there are. */
export async function membersOf(db: Db, circleIds: string[]): Promise<Map<string, CircleMember[]>> {
  const members = new Map<string, Map<string, CircleMember>>(circleIds.map(id => [id, new Map()]))
  if (circleIds.length === 0) return new Map()
  const [byRole, own, ofGroup] = await Promise.all([
    byFollowedRole(db, circleIds),
    places(db, circleIds),
    byGroup(db, circleIds),
  ])
  for (const { circleId, ...person } of [...byRole, ...ofGroup])
    members.get(circleId)!.set(person.id, { ...person, how: 'by role' })
  for (const { circleId, how, ...person } of own) {
    if (how === 'stays out') members.get(circleId)!.delete(person.id)
    else if (!members.get(circleId)!.has(person.id)) members.get(circleId)!.set(person.id, { ...person, how })
  }
  return new Map([...members].map(([id, people]) => [id, [...people.values()].sort(byName)]))
}

/** Those who belong to any of these circles, each once. */
export async function membersOfAny(db: Db, circleIds: string[]): Promise<CircleMember[]> {
  const members = await membersOf(db, circleIds)
  const all = new Map([...members.values()].flat().map(one => [one.id, one]))
  return [...all.values()].sort(byName)
}

/** What each of these people is in the network, in a line: `headteacher, Weir Lane Primary`. */
export async function linesOfPeople(db: Db, networkId: string, ids: string[]): Promise<Map<string, string>> {
  const lines = new Map<string, string>()
  for (let from = 0; from < ids.length; from += 400)
    for (const { personId, role, school, theme } of await rolesOf(db, networkId, ids.slice(from, from + 400)))
      if (!lines.has(personId)) lines.set(personId, [role, theme ?? school].filter(Boolean).join(', '))
  return lines
}

/** Those who may be invited, found by a name. */
export async function peopleToInvite(db: Db, networkId: string, words: string, most = 20) {
  const people = await invitable(db, networkId)
    .where(sql<boolean>`people.name like ${containing(words)} escape '\\'`)
    .orderBy('name')
    .limit(most)
    .execute()
  const lines = await linesOfPeople(
    db,
    networkId,
    people.map(one => one.id),
  )
  return people.map(one => ({ ...one, is: lines.get(one.id) ?? 'facilitator' }))
}

/** Whether somebody can be invited at all. */
export async function mayBeInvited(db: Db, networkId: string, personId: string): Promise<boolean> {
  return (await invitable(db, networkId).where('people.id', '=', personId).executeTakeFirst()) !== undefined
}

/** Those of the network in any role, and facilitators of its groups until their last day. */
function invitable(db: Db, networkId: string) {
  return db
    .selectFrom('people')
    .select(['people.id', 'people.name'])
    .where('people.disabledAt', 'is', null)
    .where(eb =>
      eb.or([
        eb(
          'people.id',
          'in',
          eb
            .selectFrom('networkRoles')
            .select('networkRoles.personId')
            .where('networkRoles.networkId', '=', networkId)
            .where('networkRoles.role', 'in', rolesThat('belongs'))
            .where('networkRoles.endedAt', 'is', null),
        ),
        eb(
          'people.id',
          'in',
          eb
            .selectFrom('groupPeople')
            .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
            .select('groupPeople.personId')
            .where('groups.networkId', '=', networkId)
            .where('groupPeople.role', '=', 'facilitator')
            .where('groupPeople.leftAt', 'is', null)
            .where(or => or.or([or('groupPeople.until', 'is', null), or('groupPeople.until', '>=', today())])),
        ),
      ]),
    )
}

/** Who holds a role that a circle follows: one of the network’s, or that of a lead learner, which is one in an open group. */
async function byFollowedRole(db: Db, circleIds: string[]) {
  const followed = db
    .selectFrom('circleRoles')
    .innerJoin('circles', 'circles.id', 'circleRoles.circleId')
    .where('circleRoles.circleId', 'in', circleIds)
    .where('circleRoles.endedAt', 'is', null)
  const [inNetwork, inGroups] = await Promise.all([
    followed
      .innerJoin('networkRoles', join =>
        join
          .onRef('networkRoles.networkId', '=', 'circles.networkId')
          .on(eb => eb(eb.ref('networkRoles.role'), '=', eb.ref('circleRoles.role') as never)),
      )
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .select(['circleRoles.circleId', 'people.id', 'people.name', 'people.email'])
      .distinct()
      .where('networkRoles.endedAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .where(ofItsTheme('networkRoles.themeId'))
      .execute(),
    followed
      .innerJoin('groups', 'groups.networkId', 'circles.networkId')
      .innerJoin('groupPeople', 'groupPeople.groupId', 'groups.id')
      .innerJoin('people', 'people.id', 'groupPeople.personId')
      .select(['circleRoles.circleId', 'people.id', 'people.name', 'people.email'])
      .distinct()
      .where('circleRoles.role', '=', 'lead learner')
      .where('groups.closedAt', 'is', null)
      .where('groupPeople.role', '=', 'lead learner')
      .where('groupPeople.leftAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .where(ofItsTheme('groups.themeId'))
      .execute(),
  ])
  return [...inNetwork, ...inGroups]
}

/** A role is followed everywhere, or in one theme alone. @param theme where the role is held */
function ofItsTheme(theme: 'networkRoles.themeId' | 'groups.themeId') {
  return sql<boolean>`(circle_roles.theme_id is null or circle_roles.theme_id = ${sql.ref(theme)})`
}

/** Whoever has left the network meanwhile is not in its circles, though nobody took them out. */
function places(db: Db, circleIds: string[]) {
  return db
    .selectFrom('circlePeople')
    .innerJoin('circles', 'circles.id', 'circlePeople.circleId')
    .innerJoin('people', 'people.id', 'circlePeople.personId')
    .select(['circlePeople.circleId', 'circlePeople.how', 'people.id', 'people.name', 'people.email'])
    .where('circlePeople.circleId', 'in', circleIds)
    .where('circlePeople.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where(eb =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('networkRoles')
            .select('networkRoles.id')
            .whereRef('networkRoles.personId', '=', 'people.id')
            .whereRef('networkRoles.networkId', '=', 'circles.networkId')
            .where('networkRoles.role', 'in', rolesThat('belongs'))
            .where('networkRoles.endedAt', 'is', null),
        ),
        eb.exists(
          eb
            .selectFrom('groupPeople')
            .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
            .select('groupPeople.id')
            .whereRef('groupPeople.personId', '=', 'people.id')
            .whereRef('groups.networkId', '=', 'circles.networkId')
            .where('groupPeople.role', '=', 'facilitator')
            .where('groupPeople.leftAt', 'is', null)
            .where(or => or.or([or('groupPeople.until', 'is', null), or('groupPeople.until', '>=', today())])),
        ),
      ]),
    )
    .execute()
}

function byGroup(db: Db, circleIds: string[]) {
  return db
    .selectFrom('circles')
    .innerJoin('groupPeople', 'groupPeople.groupId', 'circles.groupId')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['circles.id as circleId', 'people.id', 'people.name', 'people.email'])
    .distinct()
    .where('circles.id', 'in', circleIds)
    .where('groupPeople.role', 'in', takingPart)
    .where('groupPeople.leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
}
