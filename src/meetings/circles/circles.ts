import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { type EnquiryHead, headOf } from '../../enquiries/head.js'
import { networkHead, type NetworkHead } from '../../networks/head.js'
import { maySeeInside } from '../../networks/permissions.js'
import type { Network } from '../../networks/tables.js'
import { type Names, ownNames } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import type { Crumb } from '../../web/show.js'
import { type MeetingReach, reachesCircle, reachOf } from '../reach.js'
import type { Circle } from '../tables.js'

/** Where a page of this room stands: within its network, within its group, or by itself for whoever was invited. */
export interface Standing {
  person: Reader
  reach: MeetingReach
  network: Network
  /** Its network's, for those who work there; for guests there is nothing else to open. */
  head: NetworkHead | EnquiryHead | null
  breadcrumbs: Crumb[]
}

export interface FoundCircle extends Standing {
  circle: Circle
  address: string
  /** The names under which they read a group's own meetings. */
  names: Names
}

/** The circles and meetings of a network, for those who work there and for whoever is invited to any. @throws NotFound */
export async function findNetworkToMeet(db: Db, person: Reader, id: string): Promise<Standing> {
  const reach = await reachOf(db, person)
  const network = await db.selectFrom('networks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!network || !(person.works(network.id) || (await isInvitedIn(db, reach, network.id))))
    throw new NotFound('network')
  return standingIn(person, reach, network)
}

/** Whether somebody is in a circle of the network, or a guest of one of its meetings. */
async function isInvitedIn(db: Db, reach: MeetingReach, networkId: string): Promise<boolean> {
  if (!reach.belongs.includes(networkId)) return false
  const circle = await db
    .selectFrom('circles')
    .select('id')
    .where('id', 'in', [...reach.circles, ''])
    .where('networkId', '=', networkId)
    .where('groupId', 'is', null)
    .executeTakeFirst()
  if (circle) return true
  const meeting = await db
    .selectFrom('meetingPeople')
    .innerJoin('meetings', 'meetings.id', 'meetingPeople.meetingId')
    .select('meetings.id')
    .where('meetingPeople.personId', '=', reach.personId)
    .where('meetingPeople.invitedAt', 'is not', null)
    .where('meetings.networkId', '=', networkId)
    .where('meetings.groupId', 'is', null)
    .executeTakeFirst()
  return meeting !== undefined
}

/** The same for those who work there. @throws NotFound */
export async function findNetworkAtWork(db: Db, person: Reader, id: string): Promise<Standing> {
  const there = await findNetworkToMeet(db, person, id)
  if (!maySeeInside(person, there.network)) throw new NotFound('network')
  return there
}

export function standingIn(person: Reader, reach: MeetingReach, network: Network): Standing {
  const inside = maySeeInside(person, network)
  return {
    ...{ person, reach, network, head: inside ? networkHead(network, person, 'meetings') : null },
    breadcrumbs: inside ? [] : [{ href: `/networks/${network.id}/meetings`, text: `Meetings of ${network.name}` }],
  }
}

/** Where a thing of a circle stands for somebody who finds it. */
export async function placeOf(
  db: Db,
  person: Reader,
  reach: MeetingReach,
  of: { networkId: string; groupId: string | null },
): Promise<Standing & { names: Names }> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', of.networkId).executeTakeFirstOrThrow()
  const there = standingIn(person, reach, network)
  if (of.groupId === null) return { ...there, names: ownNames }
  const group = await db.selectFrom('groups').select('name').where('id', '=', of.groupId).executeTakeFirstOrThrow()
  const isNear = reach.groups.includes(of.groupId) || reach.facilitates.includes(of.groupId)
  const names = await person.namesIn(db, of.groupId)
  return {
    ...there,
    head: isNear ? headOf(await findEnquiry(db, person, of.groupId), 'meetings') : null,
    names,
    breadcrumbs: isNear
      ? [
          { href: `/groups/${of.groupId}`, text: names.read(group.name) },
          { href: `/groups/${of.groupId}/meetings`, text: 'Meetings' },
        ]
      : [],
  }
}

/** @throws NotFound for those who neither work in the network nor belong to the circle */
export async function findCircle(db: Db, person: Reader, id: string): Promise<FoundCircle> {
  const circle = await db.selectFrom('circles').selectAll().where('id', '=', id).executeTakeFirst()
  if (!circle) throw new NotFound('circle')
  const reach = await reachOf(db, person)
  if (!reachesCircle(reach, circle)) throw new NotFound('circle')
  const there = await placeOf(db, person, reach, circle)
  return { ...there, circle: there.names.read(circle), address: `/circles/${circle.id}` }
}

/** The circles of a network that somebody may know of, open ones first, by name. */
export async function circlesIn(db: Db, reach: MeetingReach, networkId: string): Promise<Circle[]> {
  const rows = await db
    .selectFrom('circles')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('groupId', 'is', null)
    .orderBy('name')
    .execute()
  const open = ({ closedAt }: Circle) => (closedAt === null ? 0 : 1)
  return rows.filter(circle => reachesCircle(reach, circle)).sort((one, other) => open(one) - open(other))
}

export async function circlesById(db: Db, ids: string[]): Promise<Circle[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('circles')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .orderBy('name')
    .execute()
}

/** A group's own circle, which is there as soon as the group has planned a meeting. */
export function circleOfGroup(db: Db, groupId: string): Promise<Circle | undefined> {
  return db.selectFrom('circles').selectAll().where('groupId', '=', groupId).executeTakeFirst()
}

/** What people are called, by their ids. */
export async function namesOfPeople(db: Db, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  const names = new Map<string, string>()
  for (let from = 0; from < wanted.length; from += 400) {
    const rows = await db
      .selectFrom('people')
      .select(['id', 'name'])
      .where('id', 'in', wanted.slice(from, from + 400))
      .execute()
    for (const row of rows) names.set(row.id, row.name)
  }
  return names
}
