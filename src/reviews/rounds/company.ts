import type { Db, Trx } from '../../database.js'
import { BadInput, Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { networkRoles, takingPart } from '../../people/roles/roles.js'
import { byName } from '../../words/words.js'
import { askedByLink } from '../links/links.js'
import type { ReviewRound, Stands } from '../tables.js'
import { mostAsked } from './outcome.js'

/** Somebody who is asked: by their account, or by a link. */
export interface AskedPerson {
  id: string
  name: string
  stands: Stands
  byLink: boolean
  /** By which other rounds know them. */
  key: string
}

/** Those who are asked, in the order of their names. Whether they have answered is nobody's to know. */
export async function askedOf(db: Db, round: Pick<ReviewRound, 'id'>): Promise<AskedPerson[]> {
  const rows = await db
    .selectFrom('reviewAsked')
    .innerJoin('people', 'people.id', 'reviewAsked.personId')
    .select(['people.id', 'people.name', 'reviewAsked.stands'])
    .where('roundId', '=', round.id)
    .execute()
  const links = await askedByLink(db, round)
  return [
    ...rows.map(row => ({ ...row, byLink: false, key: row.id })),
    ...links.map(({ id, name, email, stands, key }) => ({ id, name: name || email, stands, byLink: true, key })),
  ].sort(byName)
}

/** The roles by which people are asked. */
export const rolesToAsk = [
  ...networkRoles.map(({ role }) => ({ value: role as string, text: wordsOfRole(role) })),
  ...takingPart.map(role => ({ value: role as string, text: wordsOfRole(role) })),
]

function wordsOfRole(role: string): string {
  const many: Record<string, string> = { staff: 'Staff of the schools', headteacher: 'Headteachers' }
  return many[role] ?? `${role.charAt(0).toUpperCase()}${role.slice(1)}s`
}

/** People who can be asked by a role or a school: of the whole network, or only of the groups of a theme. */
export interface PersonToAsk {
  id: string
  name: string
  roles: string[]
  schoolIds: string[]
}

/** @param themeId narrows it to those who take part in the theme's groups */
export async function peopleToAsk(db: Db, networkId: string, themeId: string | null): Promise<PersonToAsk[]> {
  const inNetwork = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.id', 'people.name', 'networkRoles.role', 'networkRoles.schoolId'])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  const inGroups = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groupPeople.personId as id', 'groupPeople.role', 'groupPeople.schoolId', 'groups.themeId'])
    .where('groups.networkId', '=', networkId)
    .where('groups.closedAt', 'is', null)
    .where('groupPeople.leftAt', 'is', null)
    .where('groupPeople.role', 'in', takingPart)
    .execute()
  const found = new Map<string, PersonToAsk>()
  for (const row of inNetwork) {
    const one = found.get(row.id) ?? { id: row.id, name: row.name, roles: [], schoolIds: [] }
    one.roles.push(row.role)
    if (row.schoolId) one.schoolIds.push(row.schoolId)
    found.set(row.id, one)
  }
  for (const row of inGroups) {
    const one = found.get(row.id)
    one?.roles.push(row.role)
    if (row.schoolId) one?.schoolIds.push(row.schoolId)
  }
  const ofTheme = new Set(inGroups.filter(row => row.themeId === themeId).map(row => row.id))
  return [...found.values()].filter(one => themeId === null || ofTheme.has(one.id)).sort(byName)
}

/** With one of the roles, in one of the schools; where none is ticked, every one is meant. */
export function withRolesIn(people: PersonToAsk[], roles: string[], schools: string[]): PersonToAsk[] {
  return people.filter(
    one =>
      (roles.length === 0 || one.roles.some(role => roles.includes(role))) &&
      (schools.length === 0 || one.schoolIds.some(id => schools.includes(id))),
  )
}

/** Asks these people as well; whoever is asked already stays as they are. @throws Conflict when it is closed, or too many */
export async function ask(
  trx: Trx,
  round: Pick<ReviewRound, 'id' | 'networkId' | 'openedAt' | 'closedAt'>,
  by: Pick<Person, 'id'>,
  personIds: string[],
  stands: Stands,
): Promise<number> {
  if (round.closedAt) throw new Conflict('This review is closed.')
  const known = new Set((await askedOf(trx, round)).map(one => one.id))
  const others = [...new Set(personIds)].filter(id => !known.has(id))
  if (known.size + others.length > mostAsked)
    throw new BadInput(`At most ${mostAsked} people are asked in one review.`, 422)
  for (let from = 0; from < others.length; from += 200)
    await trx
      .insertInto('reviewAsked')
      .values(others.slice(from, from + 200).map(personId => ({ roundId: round.id, personId, stands, answered: null })))
      .execute()
  const people = { by, networkId: round.networkId, aboutKind: 'review', aboutId: round.id, people: others }
  if (round.openedAt && others.length > 0) await record(trx, { kind: 'review people asked', ...people })
  return others.length
}

/** Before it is open, somebody can be left out again. @throws Conflict */
export async function leaveOut(trx: Trx, round: ReviewRound, personId: string): Promise<void> {
  if (round.openedAt) throw new Conflict('This review is open. Those who are asked stay asked.')
  await trx.deleteFrom('reviewAsked').where('roundId', '=', round.id).where('personId', '=', personId).execute()
  await trx.deleteFrom('reviewLinks').where('roundId', '=', round.id).where('id', '=', personId).execute()
}

/** Somebody with an account, by their address; also of another network. */
export function personByEmail(db: Db, email: string): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

/** Those who challenge groups of the network from outside, until a date. */
export async function facilitatorsOf(db: Db, networkId: string, today: string) {
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('groups.networkId', '=', networkId)
    .where('groupPeople.role', '=', 'facilitator')
    .where('groupPeople.leftAt', 'is', null)
    .where(eb => eb.or([eb('groupPeople.until', 'is', null), eb('groupPeople.until', '>=', today)]))
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.sort(byName)
}
