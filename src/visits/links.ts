import type { Db } from '../database.js'
import { facilitatorsIn } from '../groups/people.js'
import { peopleToChoose } from '../networks/people/people-to-choose.js'
import { schoolsOf } from '../networks/schools/schools.js'
import { openThemesOf } from '../networks/themes/themes.js'
import type { Reader } from '../names/reader.js'
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

/** @param visit where one is changed: what it belongs to already can stay */
export async function choicesFor(
  db: Db,
  person: Reader,
  networkId: string,
  visit?: Pick<Visit, 'id'>,
): Promise<VisitChoices> {
  const own = person.schoolsIn(networkId)
  const schools = (await schoolsOf(db, networkId)).filter(school => own.includes(school.id))
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('networkId', '=', networkId)
    .where('closedAt', 'is', null)
    .execute()
  const inPlace = (await recommendationsAcross(db, person, networkId)).filter(({ inPlace: places }) =>
    places.some(one => own.includes(one.schoolId)),
  )
  const linked = visit ? await recommendationsById(db, person, await recommendationsOf(db, visit)) : []
  const offered = [...inPlace, ...linked.filter(one => !inPlace.some(other => isSame(one, other)))]
  return {
    schools: schools.map(asChoice),
    groups: groups.sort(byName).map(asChoice),
    themes: (await openThemesOf(db, networkId)).map(asChoice),
    recommendations: offered.map(({ recommendation, groupName }) => ({
      value: recommendation.id,
      text: `${groupName}, R${recommendation.number}: ${recommendation.recommendation.slice(0, 90)}`,
    })),
  }
}

async function recommendationsOf(db: Db, { id }: Pick<Visit, 'id'>): Promise<string[]> {
  const links = await db
    .selectFrom('visitLinks')
    .select('target')
    .where('visitId', '=', id)
    .where('kind', '=', 'recommendation')
    .execute()
  return links.map(link => link.target)
}

type Of = { recommendation: { id: string } }
const isSame = (one: Of, other: Of) => one.recommendation.id === other.recommendation.id

export async function schoolsToAsk(db: Db, networkId: string): Promise<Choice[]> {
  return (await schoolsOf(db, networkId)).map(asChoice)
}

function asChoice({ id, name }: { id: string; name: string }): Choice {
  return { value: id, text: name }
}

/** Who works in the network now, by name, with where: to be proposed a visit, or named. */
export async function colleaguesIn(db: Db, networkId: string, but: string[]): Promise<Choice[]> {
  return (await peopleToChoose(db, networkId, 'works')).filter(one => !but.includes(one.value))
}

/** Everybody who belongs to the network, and facilitators of its groups, who hold no role in it. */
export async function peopleToInvite(db: Db, networkId: string, but: string[]): Promise<Choice[]> {
  const belonging = await peopleToChoose(db, networkId, 'belongs')
  const facilitators = (await facilitatorsIn(db, networkId))
    .filter(one => !belonging.some(other => other.value === one.id))
    .map(({ id, name }) => ({ value: id, text: `${name}, facilitator` }))
  return [...belonging, ...facilitators]
    .filter(one => !but.includes(one.value))
    .sort((one, other) => byName({ name: one.text }, { name: other.text }))
}
