import { sql } from 'kysely'
import { asksWith, type ListOrSlot, type Slots, type ValueOrSlot } from '../database/in-the-same-words.js'
import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import type { Circle, CirclePersonTable, Meeting } from './tables.js'

/**
 * Where somebody stands towards circles and meetings: worked out once from the roles that they hold now, and asked by every
 * finder of this room.
 */
export interface MeetingReach {
  personId: string
  /** Networks in which they work. */
  works: string[]
  /** Networks of which they are one: by a role, or as the facilitator of a group there. */
  belongs: string[]
  /** Networks of which they only read what is released: no confidential word, and no minutes before they are agreed. */
  readsReleased: string[]
  /** Groups of which they are a member. */
  groups: string[]
  /** Groups that they are invited to challenge. */
  facilitates: string[]
  /** Circles to which they belong now, by a role or an invitation; a group's own among them. */
  circles: string[]
}

/** The same, or what stands in its place in a question that is asked in the same words each time. */
export type ReachOrSlots = {
  [Part in keyof MeetingReach]: MeetingReach[Part] extends string[] ? ListOrSlot : ValueOrSlot
}

const known = new WeakMap<Reader, Promise<MeetingReach>>()

/** Asked once for each reader; whoever signs in, or does anything, is read anew. */
export function reachOf(db: Db, person: Reader): Promise<MeetingReach> {
  const asked = known.get(person) ?? workedOut(db, person)
  known.set(person, asked)
  return asked
}

async function workedOut(db: Db, person: Reader): Promise<MeetingReach> {
  const works = [...new Set(person.rolesWith('works').map(role => role.networkId))]
  const groups = person.membershipsWith('takes part').map(one => one.groupId)
  const facilitates = person.groups.map(one => one.groupId).filter(id => person.isFacilitatorIn(id))
  const led = person.membershipsWith('leads the group').map(one => one.groupId)
  const around = await groupsWithIds(db, { ids: [...groups, ...facilitates] })
  const belongs = [
    ...new Set([...person.networkIds, ...around.filter(one => facilitates.includes(one.id)).map(one => one.networkId)]),
  ]
  const reach = {
    personId: person.id,
    works,
    belongs,
    readsReleased: [...new Set(person.rolesWith('reads what is released').map(role => role.networkId))].filter(
      id => !works.includes(id),
    ),
    groups,
    facilitates,
  }
  const [followed, own] = await Promise.all([
    rolesFollowed(db, { networkIds: belongs }),
    ownPlaces(db, { personId: person.id, groupIds: groups }),
  ])
  const staysOut = new Set(own.filter(one => one.how === 'stays out').map(one => one.circleId))
  const leadsIn = around.filter(one => led.includes(one.id) && one.closedAt === null)
  const byRole = followed.filter(({ role, themeId, networkId }) =>
    role === 'lead learner'
      ? leadsIn.some(one => one.networkId === networkId && (themeId === null || one.themeId === themeId))
      : person.roles.some(
          one => one.role === role && one.networkId === networkId && (themeId === null || one.themeId === themeId),
        ),
  )
  return {
    ...reach,
    circles: [
      ...new Set([
        ...byRole.map(one => one.circleId).filter(id => !staysOut.has(id)),
        ...own
          .filter(one => one.how === 'by the group' || (one.how !== 'stays out' && belongs.includes(one.networkId)))
          .map(one => one.circleId),
      ]),
    ],
  }
}

const groupsWithIds = asksWith((db, { ids }: Slots<{ ids: string[] }>) =>
  db.selectFrom('groups').select(['id', 'networkId', 'themeId', 'closedAt']).where('id', 'in', ids),
)

const rolesFollowed = asksWith((db, { networkIds }: Slots<{ networkIds: string[] }>) =>
  db
    .selectFrom('circleRoles')
    .innerJoin('circles', 'circles.id', 'circleRoles.circleId')
    .select(['circleRoles.circleId', 'circleRoles.role', 'circleRoles.themeId', 'circles.networkId'])
    .where('circles.networkId', 'in', networkIds)
    .where('circleRoles.endedAt', 'is', null),
)

type OwnPlace = CirclePersonTable['how'] | 'by the group'

/** Where somebody has a place of their own, and the circles of their groups. */
const ownPlaces = asksWith((db, { personId, groupIds }: Slots<{ personId: string; groupIds: string[] }>) =>
  db
    .selectFrom('circlePeople')
    .innerJoin('circles', 'circles.id', 'circlePeople.circleId')
    .select(['circlePeople.circleId', 'circles.networkId'])
    .select(eb => eb.ref('circlePeople.how').$castTo<OwnPlace>().as('how'))
    .where('circlePeople.personId', '=', personId)
    .where('circlePeople.endedAt', 'is', null)
    .unionAll(
      db
        .selectFrom('circles')
        .select(['circles.id as circleId', 'circles.networkId'])
        .select(sql.lit<OwnPlace>('by the group').as('how'))
        .where('circles.groupId', 'in', groupIds),
    ),
)

/** A network's circles are known to all who work there; a group's own is the group's. */
export function reachesCircle(reach: MeetingReach, circle: Pick<Circle, 'id' | 'networkId' | 'groupId'>): boolean {
  if (reach.circles.includes(circle.id)) return true
  return circle.groupId === null ? reach.works.includes(circle.networkId) : reach.facilitates.includes(circle.groupId)
}

/** The same for a meeting, whoever holds it. @param isGuest whether they were invited to it */
export function reachesMeeting(
  reach: MeetingReach,
  meeting: Pick<Meeting, 'networkId' | 'groupId'>,
  circleIds: string[],
  isGuest: boolean,
): boolean {
  if (circleIds.some(id => reach.circles.includes(id))) return true
  if (isGuest && reach.belongs.includes(meeting.networkId)) return true
  return meeting.groupId === null
    ? reach.works.includes(meeting.networkId)
    : reach.facilitates.includes(meeting.groupId)
}
