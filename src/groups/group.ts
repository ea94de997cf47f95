import { sql } from 'kysely'
import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Names } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import { type Joinable, maySeeGroup, type Standing, standingOf } from './standing.js'
import type { Group } from './tables.js'
import { takingPart } from '../people/roles/roles.js'

/** A group as the person who asked stands towards it. */
export interface FoundGroup extends Group, Joinable {
  networkName: string
  standing: Standing
  /** The names under which whoever found it reads what the group writes. */
  names: Names
}

/** The group, for whoever stands in some relation to it. @throws NotFound for everybody else */
export async function findGroup(db: Db, person: Reader, groupId: string): Promise<FoundGroup> {
  const group = await groupBy(db, person, 'id', groupId)
  if (!group || !maySeeGroup(group.standing)) throw new NotFound('enquiry group')
  return group
}

/** The group as an open door: for those who work in its network too, who may volunteer. @throws NotFound */
export async function findGroupToJoin(db: Db, person: Reader, groupId: string): Promise<FoundGroup> {
  const group = await groupBy(db, person, 'id', groupId)
  if (!group || !(person.works(group.networkId) || maySeeGroup(group.standing))) throw new NotFound('enquiry group')
  return group
}

/** The group that a join link leads to; undefined when the link was renewed or never was. */
export function groupByJoinCode(db: Db, person: Reader, code: string): Promise<FoundGroup | undefined> {
  return groupBy(db, person, 'joinCode', code)
}

async function groupBy(db: Db, person: Reader, column: 'id' | 'joinCode', value: string) {
  const row = await db
    .selectFrom('groups')
    .innerJoin('networks', 'networks.id', 'groups.networkId')
    .selectAll('groups')
    .select('networks.name as networkName')
    .select(
      sql<string | null>`(select group_concat(distinct one.school_id) from group_people as one
        where one.group_id = groups.id and one.left_at is null and one.role in (${sql.join(takingPart)}))`.as(
        'schoolList',
      ),
    )
    .where(`groups.${column}`, '=', value)
    .executeTakeFirst()
  if (!row) return undefined
  const { schoolList, ...group } = row
  const joinable = { ...group, groupId: group.id, schoolIds: schoolList ? schoolList.split(',') : [] }
  const names = await person.namesIn(db, group.id)
  return { ...names.read(joinable), standing: standingOf(person, joinable), names }
}
