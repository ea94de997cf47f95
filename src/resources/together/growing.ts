import type { Db } from '../../database.js'
import type { Span } from '../../networks/year.js'

/** Somebody who led for the first time: a group, a theme, or a theme in their school. */
export interface Grown {
  personId: string
  name: string
  as: 'lead learner' | 'co-leader' | 'champion'
  at: string
}

/** The people of a network whose first time of leading began within a time, in the order in which it did. */
export async function grownIntoLeading(db: Db, networkId: string, span: Span): Promise<Grown[]> {
  const led = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['people.id as personId', 'people.name', 'groupPeople.groupId', 'groupPeople.joinedAt as at'])
    .where('groups.networkId', '=', networkId)
    .where('groupPeople.role', '=', 'lead learner')
    .execute()
  // Whoever took a group over came into it earlier, as a volunteer.
  const handed = await db
    .selectFrom('handovers')
    .innerJoin('groups', 'groups.id', 'handovers.groupId')
    .innerJoin('people', 'people.id', 'handovers.toPerson')
    .select(['people.id as personId', 'people.name', 'handovers.groupId', 'handovers.acceptedAt as at'])
    .where('groups.networkId', '=', networkId)
    .where('handovers.acceptedAt', 'is not', null)
    .execute()
  const themes = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.id as personId', 'people.name', 'networkRoles.beganAt as at'])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.role', '=', 'co-leader')
    .execute()
  const champions = await db
    .selectFrom('themeChampions')
    .innerJoin('themes', 'themes.id', 'themeChampions.themeId')
    .innerJoin('people', 'people.id', 'themeChampions.personId')
    .select(['people.id as personId', 'people.name', 'themeChampions.saidYesAt as at'])
    .where('themes.networkId', '=', networkId)
    .where('themeChampions.saidYesAt', 'is not', null)
    .execute()
  const took = (one: { personId: string; groupId: string }) =>
    handed.some(other => other.personId === one.personId && other.groupId === one.groupId)
  const all: Grown[] = [
    ...led.filter(one => !took(one)).map(one => ({ ...one, as: 'lead learner' as const })),
    ...handed.flatMap(one => (one.at ? [{ ...one, at: one.at, as: 'lead learner' as const }] : [])),
    ...themes.map(one => ({ ...one, as: 'co-leader' as const })),
    ...champions.flatMap(one => (one.at ? [{ ...one, at: one.at, as: 'champion' as const }] : [])),
  ]
  const first = new Map<string, Grown>()
  for (const { personId, name, as, at } of all.sort((one, other) => (one.at < other.at ? -1 : 1)))
    if (!first.has(personId)) first.set(personId, { personId, name, as, at })
  return [...first.values()].filter(one => one.at >= span.from && one.at < span.until)
}
