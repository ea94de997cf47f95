import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Circle } from '../tables.js'
import { type CircleKind, type FollowedRole, usualCircles } from './kinds.js'

export interface CircleWords {
  kind: CircleKind
  name: string
  purpose: string
  rhythm: string
  joining: Circle['joining']
  chairId: string | null
  noteTakerId: string | null
  themeId: string | null
  /** Whoever holds them belongs to it. */
  roles: { role: FollowedRole; themeId: string | null }[]
}

/** What facts say of a circle that they are about. */
export function aboutCircle(circle: Pick<Circle, 'id' | 'networkId' | 'groupId'>) {
  return { networkId: circle.networkId, groupId: circle.groupId, aboutKind: 'circle', aboutId: circle.id }
}

/** Founds a circle. Whoever founds it is in it. */
export async function makeCircle(
  trx: Trx,
  network: { id: string },
  person: Person,
  { roles, ...words }: CircleWords,
): Promise<string> {
  const id = newId()
  const circle = { id, networkId: network.id, groupId: null, ...words, madeAt: now(), madeBy: person.id }
  await trx
    .insertInto('circles')
    .values({ ...circle, closedAt: null, closedBy: null })
    .execute()
  await followRoles(trx, circle, person, roles)
  await trx
    .insertInto('circlePeople')
    .values({
      ...{ id: newId(), circleId: id, personId: person.id, how: 'joined', beganAt: now(), beganBy: person.id },
      ...{ endedAt: null, endedBy: null },
    })
    .execute()
  await record(trx, { kind: 'circle made', by: person, ...aboutCircle(circle) })
  return id
}

/** The circles that most networks have, as far as the network has none of their kind. */
export async function setUpUsualCircles(trx: Trx, network: { id: string }, person: Person): Promise<number> {
  const there = await trx.selectFrom('circles').select('kind').where('networkId', '=', network.id).execute()
  const missing = usualCircles.filter(usual => !there.some(one => one.kind === usual.kind))
  for (const { roles, ...words } of missing)
    await makeCircle(trx, network, person, {
      ...words,
      ...{ joining: 'invited', chairId: null, noteTakerId: null, themeId: null },
      roles: roles.map(role => ({ role, themeId: null })),
    })
  return missing.length
}

/** A group's own circle: its members are those of the group. */
export async function makeGroupCircle(
  trx: Trx,
  group: { groupId: string; groupName: string; networkId: string },
  person: Person,
): Promise<Circle> {
  const circle = {
    ...{ id: newId(), networkId: group.networkId, groupId: group.groupId, themeId: null, kind: 'group' as const },
    ...{ name: group.groupName, purpose: '', rhythm: '', joining: 'invited' as const, chairId: null },
    ...{ noteTakerId: null, madeAt: now(), madeBy: person.id, closedAt: null, closedBy: null, closedBecause: '' },
  }
  await trx.insertInto('circles').values(circle).execute()
  await record(trx, { kind: 'circle made', by: person, ...aboutCircle(circle) })
  return circle
}

export async function changeCircle(
  trx: Trx,
  circle: Circle,
  person: Person,
  { roles, ...words }: CircleWords,
): Promise<void> {
  await trx.updateTable('circles').set(words).where('id', '=', circle.id).execute()
  await followRoles(trx, circle, person, roles)
  await record(trx, { kind: 'circle changed', by: person, ...aboutCircle(circle) })
}

export async function closeCircle(trx: Trx, circle: Circle, person: Person, because: string): Promise<void> {
  const closed = { closedAt: now(), closedBy: person.id, closedBecause: because }
  await trx.updateTable('circles').set(closed).where('id', '=', circle.id).execute()
  await record(trx, { kind: 'circle closed', by: person, because, ...aboutCircle(circle) })
}

export async function reopenCircle(trx: Trx, circle: Circle, person: Person): Promise<void> {
  const open = { closedAt: null, closedBy: null, closedBecause: '' }
  await trx.updateTable('circles').set(open).where('id', '=', circle.id).execute()
  await record(trx, { kind: 'circle reopened', by: person, ...aboutCircle(circle) })
}

/** From now on the circle follows these roles and no others. */
async function followRoles(
  trx: Trx,
  circle: Pick<Circle, 'id'>,
  person: Person,
  roles: CircleWords['roles'],
): Promise<void> {
  const followed = await trx
    .selectFrom('circleRoles')
    .select(['id', 'role', 'themeId'])
    .where('circleId', '=', circle.id)
    .where('endedAt', 'is', null)
    .execute()
  const same = (one: CircleWords['roles'][number], other: CircleWords['roles'][number]) =>
    one.role === other.role && one.themeId === other.themeId
  for (const { id } of followed.filter(one => !roles.some(role => same(one, role))))
    await trx.updateTable('circleRoles').set({ endedAt: now(), endedBy: person.id }).where('id', '=', id).execute()
  for (const role of roles.filter(one => !followed.some(other => same(one, other))))
    await trx
      .insertInto('circleRoles')
      .values({
        ...{ id: newId(), circleId: circle.id, ...role, beganAt: now(), beganBy: person.id },
        ...{ endedAt: null, endedBy: null },
      })
      .execute()
}
