import type { Db } from '../../database.js'

/** The names of somebody's schools, networks and groups: what is tried first by whoever knows the person. */
export async function wordsEasilyGuessed(db: Db, personId: string): Promise<string[]> {
  const inNetworks = await db
    .selectFrom('networkRoles')
    .innerJoin('networks', 'networks.id', 'networkRoles.networkId')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['networks.name as network', 'schools.name as school'])
    .where('personId', '=', personId)
    .execute()
  const inGroups = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .leftJoin('schools', 'schools.id', 'groupPeople.schoolId')
    .select(['groups.name as group', 'schools.name as school'])
    .where('personId', '=', personId)
    .execute()
  return [
    ...inNetworks.flatMap(({ network, school }) => [network, school ?? []].flat()),
    ...inGroups.flatMap(({ group, school }) => [group, school ?? []].flat()),
  ]
}
