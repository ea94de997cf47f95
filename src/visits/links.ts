import type { Db } from '../database.js'
import { schoolsOf } from '../networks/schools/schools.js'
import { openThemesOf } from '../networks/themes/themes.js'
import type { Reader } from '../names/reader.js'
import { rolesThat } from '../people/roles/roles.js'
import { recommendationsAcross, recommendationsById } from '../recommendations/recommendations.js'
import { byName } from '../words/words.js'
import type { Visit } from './tables.js'

export interface Choice {
  value: string
  text: string
}

/** Something that a visit belongs to, as this person may open it. */
export interface ShownLink {
  what: string
  text: string
  /** Null where this person knows of it and cannot open it. */
  href: string | null
}

/** What a visit belongs to: groups and themes by their names; a recommendation only for those who may read it. */
export async function linksOf(db: Db, person: Reader, visit: Pick<Visit, 'id' | 'networkId'>): Promise<ShownLink[]> {
  const links = await db.selectFrom('visitLinks').selectAll().where('visitId', '=', visit.id).execute()
  const of = (kind: string) => links.filter(link => link.kind === kind).map(link => link.target)
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('id', 'in', [...of('group'), ''])
    .where('networkId', '=', visit.networkId)
    .execute()
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('id', 'in', [...of('theme'), ''])
    .where('networkId', '=', visit.networkId)
    .execute()
  const recommended = await recommendationsById(db, person, of('recommendation'))
  return [
    ...groups.sort(byName).map(({ id, name }) => ({ what: 'Enquiry group', text: name, href: `/groups/${id}` })),
    ...themes.map(({ name }) => ({ what: 'Theme', text: name, href: `/networks/${visit.networkId}/themes` })),
    ...recommended.map(({ recommendation }) => ({
      what: 'In place there',
      text: recommendation.recommendation,
      href: `/recommendations/${recommendation.id}`,
    })),
    ...of('address').map(address => ({ what: 'From', text: whatStandsAt(address), href: address })),
  ]
}

function whatStandsAt(address: string): string {
  return address.includes('/forum') ? 'The forum' : address
}

/** What can be chosen on the form of a visit. */
export interface VisitChoices {
  /** The schools that this person can show. */
  schools: Choice[]
  groups: Choice[]
  themes: Choice[]
  /** What is in place in one of those schools. */
  recommendations: Choice[]
}

export async function choicesFor(db: Db, person: Reader, networkId: string): Promise<VisitChoices> {
  const own = person.schoolsIn(networkId)
  const schools = (await schoolsOf(db, networkId)).filter(school => own.includes(school.id))
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('networkId', '=', networkId)
    .where('closedAt', 'is', null)
    .execute()
  const inPlace = (await recommendationsAcross(db, person, networkId)).filter(({ recommendation }) =>
    recommendation.responses.some(one => one.adoption === 'in place' && own.includes(one.schoolId)),
  )
  return {
    schools: schools.map(asChoice),
    groups: groups.sort(byName).map(asChoice),
    themes: (await openThemesOf(db, networkId)).map(asChoice),
    recommendations: inPlace.map(({ recommendation, groupName }) => ({
      value: recommendation.id,
      text: `${groupName}, R${recommendation.number}: ${recommendation.recommendation.slice(0, 90)}`,
    })),
  }
}

export async function schoolsToAsk(db: Db, networkId: string): Promise<Choice[]> {
  return (await schoolsOf(db, networkId)).map(asChoice)
}

function asChoice({ id, name }: { id: string; name: string }): Choice {
  return { value: id, text: name }
}

/** Who belongs to the network now, by name, with where they work: to be asked to a visit, or named. */
export async function colleaguesIn(
  db: Db,
  networkId: string,
  but: string[],
  roles = rolesThat('works'),
): Promise<Choice[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['people.id', 'people.name', 'schools.name as school'])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.role', 'in', roles)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  const people = new Map<string, { id: string; name: string; school: string | null }>()
  for (const row of rows) if (!people.get(row.id)?.school) people.set(row.id, row)
  return [...people.values()]
    .filter(one => !but.includes(one.id))
    .sort(byName)
    .map(({ id, name, school }) => ({ value: id, text: school ? `${name}, ${school}` : name }))
}

/** With facilitators of its groups, who hold no role in the network and can be asked to a visit too. */
export async function peopleToInvite(db: Db, networkId: string, but: string[]): Promise<Choice[]> {
  const facilitators = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('groups.networkId', '=', networkId)
    .where('groupPeople.role', '=', 'facilitator')
    .where('groupPeople.leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  const colleagues = await colleaguesIn(db, networkId, but, rolesThat('belongs'))
  const known = new Set([...but, ...colleagues.map(one => one.value)])
  const more = facilitators
    .filter(one => !known.has(one.id))
    .map(({ id, name }) => ({ value: id, text: `${name}, facilitator` }))
  return [...colleagues, ...more].sort((one, other) => byName({ name: one.text }, { name: other.text }))
}
