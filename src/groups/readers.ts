import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { takingPart } from '../people/roles.js'

/**
 * Permission tokens: in the search index they stand beside the words of everything, and the question of a person asks only
 * for those that the person holds. They stand for how somebody stands towards a group or a network, never for a list of
 * people, so that joining, leaving or the end of an invitation acts at once without anything being indexed again.
 */
export const readers = {
  everybody: 'everybody',
  /** A private draft's. */
  author: (personId: string) => `author ${personId}`,
  member: (groupId: string) => `member ${groupId}`,
  facilitator: (groupId: string) => `facilitator ${groupId}`,
  coLeader: (groupId: string) => `co-leader ${groupId}`,
  /** Head of a school with somebody in the group. */
  headBy: (groupId: string) => `head by ${groupId}`,
  head: (schoolId: string) => `head ${schoolId}`,
  /** Works in or for the schools of the network. */
  staff: (networkId: string) => `staff ${networkId}`,
  leader: (networkId: string) => `leader ${networkId}`,
  governor: (networkId: string) => `governor ${networkId}`,
  coLeaderOfTheme: (themeId: string) => `co-leader of ${themeId}`,
}

interface OfGroup {
  groupId: string
  networkId: string
}

/** Everybody who stands in some relation to a group. */
export function standingReaders({ groupId, networkId }: OfGroup): string[] {
  return [...insideReaders({ groupId }), readers.leader(networkId), readers.headBy(groupId)]
}

/** Those who read what a group has not shared: members, the theme's co-leader, invited facilitators. */
export function insideReaders({ groupId }: Pick<OfGroup, 'groupId'>): string[] {
  return [readers.member(groupId), readers.coLeader(groupId), readers.facilitator(groupId)]
}

/** Every token that a person holds now; somebody who is not signed in holds the public's. */
export async function readersOf(db: Db, person: Person | undefined): Promise<string[]> {
  if (!person) return [readers.everybody]
  const themes = person.rolesWith('leads the theme').flatMap(role => role.themeId ?? [])
  const schools = person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? [])
  const tokens = [
    readers.everybody,
    readers.author(person.id),
    ...person.groups
      .map(one => one.groupId)
      .flatMap(group => [
        ...(person.isVolunteerIn(group) ? [readers.member(group)] : []),
        ...(person.isFacilitatorIn(group) ? [readers.facilitator(group)] : []),
      ]),
    ...person.networkIds.flatMap(network => [
      ...(person.works(network) ? [readers.staff(network)] : []),
      ...(person.isNetworkLeaderOf(network) ? [readers.leader(network)] : []),
      ...(person.readsReleasedIn(network) ? [readers.governor(network)] : []),
    ]),
    ...themes.map(readers.coLeaderOfTheme),
    ...schools.map(readers.head),
    ...(await groupsOfThemes(db, themes)).map(readers.coLeader),
    ...(await groupsWithSchools(db, schools)).map(readers.headBy),
  ]
  return [...new Set(tokens)]
}

async function groupsOfThemes(db: Db, themes: string[]): Promise<string[]> {
  if (themes.length === 0) return []
  return (await db.selectFrom('groups').select('id').where('themeId', 'in', themes).execute()).map(row => row.id)
}

async function groupsWithSchools(db: Db, schools: string[]): Promise<string[]> {
  if (schools.length === 0) return []
  const rows = await db
    .selectFrom('groupPeople')
    .select('groupId')
    .distinct()
    .where('schoolId', 'in', schools)
    .where('leftAt', 'is', null)
    .where('role', 'in', takingPart)
    .execute()
  return rows.map(row => row.groupId)
}
