import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Circle, CirclePersonTable } from '../tables.js'
import { aboutCircle } from './making.js'
import { membersOf } from './members.js'

/** Takes somebody into a circle, by themselves or invited. */
export async function comeIntoCircle(
  trx: Trx,
  circle: Circle,
  by: Person,
  personId: string,
  how: 'invited' | 'joined',
): Promise<void> {
  await endPlace(trx, circle, by, personId)
  if (!(await isMember(trx, circle, personId))) await takePlace(trx, circle, by, personId, how)
  await record(trx, { kind: 'person came into circle', by, personId, how, ...aboutCircle(circle) })
}

/** Leaves a circle, or is taken out of it; whoever holds a role that it follows stays out from now on. What they wrote stays. */
export async function leaveCircle(trx: Trx, circle: Circle, by: Person, personId: string): Promise<void> {
  await endPlace(trx, circle, by, personId)
  if (await isMember(trx, circle, personId)) await takePlace(trx, circle, by, personId, 'stays out')
  const left = {
    ...(circle.chairId === personId && { chairId: null }),
    ...(circle.noteTakerId === personId && { noteTakerId: null }),
  }
  if (Object.keys(left).length > 0) await trx.updateTable('circles').set(left).where('id', '=', circle.id).execute()
  await record(trx, { kind: 'person left circle', by, personId, ...aboutCircle(circle) })
}

async function isMember(trx: Trx, circle: Circle, personId: string): Promise<boolean> {
  return (await membersOf(trx, [circle.id])).get(circle.id)!.some(one => one.id === personId)
}

async function endPlace(trx: Trx, circle: Circle, by: Person, personId: string): Promise<void> {
  await trx
    .updateTable('circlePeople')
    .set({ endedAt: now(), endedBy: by.id })
    .where('circleId', '=', circle.id)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}

async function takePlace(
  trx: Trx,
  circle: Circle,
  by: Person,
  personId: string,
  how: CirclePersonTable['how'],
): Promise<void> {
  await trx
    .insertInto('circlePeople')
    .values({
      ...{ id: newId(), circleId: circle.id, personId, how, beganAt: now(), beganBy: by.id },
      ...{ endedAt: null, endedBy: null },
    })
    .execute()
}
