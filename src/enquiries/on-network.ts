import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import type { NetworkPart } from '../networks/network-parts.js'
import { ownFirst } from '../networks/schools/schools.js'
import type { Network } from '../networks/tables.js'
import { type StageState, trackOf } from '../stages.js'
import { byName, plural } from '../words/words.js'
import { enquiriesInNetwork, type EnquiriesAround } from './around.js'
import { takingPart } from '../people/roles/roles.js'

/** Schools × groups: who takes part where. Alphabetical both ways but for the reader's own school, which comes first; nothing is added up or ranked. */
export interface Matrix {
  schools: { id: string; name: string }[]
  groups: {
    name: string
    href: string
    track: StageState[]
    /** How many people of each school are in the group, in the order of the schools. */
    people: number[]
  }[]
  /** Whether the reader sees every group of the network. */
  whole: boolean
  /** What one sees at a glance: each number with its word. */
  marks: { number: number; words: string }[]
}

export const schoolsByGroups: NetworkPart<EnquiriesAround> = {
  place: 'groups',
  view: 'enquiries/_on-network',
  knows: enquiriesInNetwork,
  load: matrixOf,
}

/** The open groups that the reader stands in some relation to; undefined where there are none. */
async function matrixOf(
  db: Db,
  person: Reader,
  network: Network,
  around: EnquiriesAround,
): Promise<Record<string, unknown> | undefined> {
  const rows = await db
    .selectFrom('groups')
    .select('id')
    .where('networkId', '=', network.id)
    .where('closedAt', 'is', null)
    .execute()
  const enquiries = around.enquiries.filter(enquiry => enquiry.closedAt === null)
  if (enquiries.length === 0) return undefined
  const groups = enquiries.map(enquiry => ({ ...enquiry, name: enquiry.groupName })).sort(byName)
  const counts = await peopleBySchool(
    db,
    groups.map(group => group.groupId),
  )
  const there = await schoolsIn(db, network, new Set(enquiries.flatMap(one => one.schoolIds)))
  const schools = ownFirst(there.sort(byName), person.schoolsIn(network.id))
  const taking = schools.filter(school => enquiries.some(one => one.schoolIds.includes(school.id))).length
  const matrix: Matrix = {
    schools,
    groups: groups.map(group => ({
      name: group.name,
      href: `/groups/${group.groupId}`,
      track: trackOf(group.stage, group.finishedAt !== null),
      people: schools.map(school => counts.get(`${group.groupId} ${school.id}`) ?? 0),
    })),
    whole: groups.length === rows.length,
    marks: [
      { number: groups.length, words: groups.length === 1 ? 'group is open' : 'groups are open' },
      { number: taking, words: `of ${plural(schools.length, 'school takes', 'schools take')} part` },
    ],
  }
  return { matrix, all: `/networks/${network.id}/groups` }
}

/** One query for the whole network, however many groups and schools it has. */
async function peopleBySchool(db: Db, groupIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('groupPeople')
    .select(['groupId', 'schoolId', eb => eb.fn.count<number>('personId').distinct().as('people')])
    .where('groupId', 'in', groupIds)
    .where('role', 'in', takingPart)
    .where('leftAt', 'is', null)
    .groupBy(['groupId', 'schoolId'])
    .execute()
  return new Map(rows.map(row => [`${row.groupId} ${row.schoolId ?? ''}`, Number(row.people)]))
}

/** The network's schools, and one that has left as long as somebody of it is still in a group. */
async function schoolsIn(db: Db, network: Network, takingPart: Set<string>) {
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name', 'leftAt'])
    .where('networkId', '=', network.id)
    .execute()
  return schools
    .filter(school => school.leftAt === null || takingPart.has(school.id))
    .map(({ id, name }) => ({ id, name }))
}
