import { facilitatorsIn } from '../../groups/people.js'
import { peopleWith } from '../../networks/people/people-to-choose.js'
import { byName } from '../../words/words.js'
import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { isTheColleague } from '../permissions.js'
import type { OutsideColleague } from '../tables.js'

export type ColleagueWords = Pick<
  OutsideColleague,
  'personId' | 'name' | 'what' | 'about' | 'year' | 'halfDays' | 'baseHalfDays'
>

/** The outside colleagues of a network, the newest year first: for those who work in it, and themselves. */
export async function colleaguesFor(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<OutsideColleague[]> {
  const rows = await db
    .selectFrom('outsideColleagues')
    .selectAll()
    .where('networkId', '=', network.id)
    .orderBy('year', 'desc')
    .orderBy('name')
    .execute()
  if (person.works(network.id)) return rows
  const stands = await standsIn(db, person, network.id)
  return rows.filter(one => stands && isTheColleague(person, one))
}

/** The same for their page. @throws NotFound for a guest who is none of them */
export async function colleaguesToSee(
  db: Db,
  person: Person,
  network: Pick<Network, 'id'>,
): Promise<OutsideColleague[]> {
  const colleagues = await colleaguesFor(db, person, network)
  if (colleagues.length === 0 && !person.works(network.id)) throw new NotFound('page')
  return colleagues
}

/** @throws NotFound */
export async function findColleague(
  db: Db,
  person: Person,
  network: Pick<Network, 'id'>,
  id: string,
): Promise<OutsideColleague> {
  const found = (await colleaguesFor(db, person, network)).find(one => one.id === id)
  if (!found) throw new NotFound('colleague')
  return found
}

/** Where an outside colleague’s own days stand, in each network that they serve now; none for those who work there. */
export async function poolsServed(db: Db, person: Person): Promise<{ href: string; network: string }[]> {
  const rows = await db
    .selectFrom('outsideColleagues')
    .innerJoin('networks', 'networks.id', 'outsideColleagues.networkId')
    .select(['outsideColleagues.id', 'outsideColleagues.networkId', 'networks.name as network'])
    .where('outsideColleagues.personId', '=', person.id)
    .where('outsideColleagues.endedAt', 'is', null)
    .orderBy('outsideColleagues.year', 'desc')
    .execute()
  const open: { href: string; network: string }[] = []
  for (const { id, networkId, network } of rows)
    if (!person.works(networkId) && (await standsIn(db, person, networkId)))
      open.push({ href: `/networks/${networkId}/resources/colleagues/${id}`, network })
  return open
}

/** Whether somebody belongs to the network now, or is invited into one of its groups; losing it acts on the next request. */
async function standsIn(db: Db, person: Person, networkId: string): Promise<boolean> {
  if (person.belongsTo(networkId)) return true
  const groups = person.groups.filter(one => one.until === null || one.until >= today()).map(one => one.groupId)
  if (groups.length === 0) return false
  const row = await db
    .selectFrom('groups')
    .select('id')
    .where('networkId', '=', networkId)
    .where('id', 'in', groups)
    .executeTakeFirst()
  return row !== undefined
}

/** Who can be named: those who belong to the network without working in it, and those invited into its groups; by name. */
export async function whoCanBeNamed(db: Db, networkId: string): Promise<{ id: string; name: string }[]> {
  const works = await peopleWith(db, networkId, 'works')
  const all = [...(await facilitatorsIn(db, networkId)), ...(await peopleWith(db, networkId, 'belongs'))]
  const outside = all.filter(one => !works.some(other => other.id === one.id))
  return [...new Map(outside.map(({ id, name }) => [id, { id, name }])).values()].sort(byName)
}

export async function nameColleague(
  trx: Trx,
  network: Pick<Network, 'id'>,
  by: Person,
  words: ColleagueWords,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('outsideColleagues')
    .values({ id, networkId: network.id, ...words, namedAt: now(), namedBy: by.id, endedAt: null })
    .execute()
  const about = { networkId: network.id, aboutKind: 'outside colleague', aboutId: id }
  await record(trx, { kind: 'outside colleague named', by, ...about })
  return id
}

export async function changeColleague(
  trx: Trx,
  colleague: OutsideColleague,
  by: Person,
  words: Omit<ColleagueWords, 'year'>,
): Promise<void> {
  await trx.updateTable('outsideColleagues').set(words).where('id', '=', colleague.id).execute()
  const about = { networkId: colleague.networkId, aboutKind: 'outside colleague', aboutId: colleague.id }
  await record(trx, { kind: 'outside colleague changed', by, ...about })
}
