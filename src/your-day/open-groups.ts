import { sql } from 'kysely'
import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { type StageState, trackOf } from '../stages.js'
import { takingPart } from '../people/roles/roles.js'

/** A group that takes volunteers, as an open door: its question, and how far it is. */
export interface OpenGroup {
  name: string
  question: string
  href: string
  schools: number
  track: StageState[]
}

/** The newest open groups that somebody could volunteer for, and how many there are in all. */
export async function openGroupsFor(
  db: Db,
  person: Reader,
  networkIds: string[],
  most: number,
): Promise<{ groups: OpenGroup[]; total: number }> {
  const joinable = networkIds.filter(id => person.joinsFrom(id).length > 0)
  if (joinable.length === 0) return { groups: [], total: 0 }
  const open = db
    .selectFrom('groups')
    .innerJoin('enquiries', 'enquiries.groupId', 'groups.id')
    .where('groups.networkId', 'in', joinable)
    .where('groups.closedAt', 'is', null)
    .where('enquiries.finishedAt', 'is', null)
    .where('groups.id', 'not in', [...person.groups.map(one => one.groupId), ''])
    .where('enquiries.cycle', '=', eb =>
      eb
        .selectFrom('enquiries as newest')
        .select(e => e.fn.max('newest.cycle').as('cycle'))
        .whereRef('newest.groupId', '=', 'groups.id'),
    )
  const { total } = await open.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await open
    .select(['groups.id', 'groups.name', 'enquiries.question', 'enquiries.stage'])
    .select(
      sql<number>`(select count(distinct one.school_id) from group_people as one
        where one.group_id = groups.id and one.left_at is null and one.role in (${sql.join(takingPart)}))`.as(
        'schools',
      ),
    )
    .orderBy('groups.proposedAt', 'desc')
    .orderBy('groups.id')
    .limit(most)
    .execute()
  const groups = await Promise.all(
    rows.map(async ({ id, stage, schools, question, ...row }) => ({
      ...row,
      question: (await person.namesIn(db, id)).read(question),
      schools: Number(schools),
      href: `/groups/${id}/joining`,
      track: trackOf(stage, false),
    })),
  )
  return { groups, total: Number(total) }
}
