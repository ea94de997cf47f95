import { facilitatorsIn } from '../../groups/people.js'
import { peopleWith } from '../../networks/people/people-to-choose.js'
import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { byName } from '../../words/words.js'
import type { ForumReader } from '../tables.js'

/** Whether somebody who does not work in the network is invited to read its forum today. */
export async function isInvitedToRead(db: Db, person: Pick<Person, 'id'>, networkId: string): Promise<boolean> {
  const row = await invitationsOf(db, person).where('networkId', '=', networkId).select('id').executeTakeFirst()
  return row !== undefined
}

/** The networks whose forum somebody is invited to read today, by name. */
export async function forumsToRead(db: Db, person: Pick<Person, 'id'>): Promise<Pick<Network, 'id' | 'name'>[]> {
  const rows = await invitationsOf(db, person)
    .innerJoin('networks', 'networks.id', 'forumReaders.networkId')
    .select(['networks.id', 'networks.name'])
    .distinct()
    .execute()
  return rows.sort(byName)
}

function invitationsOf(db: Db, person: Pick<Person, 'id'>) {
  return db
    .selectFrom('forumReaders')
    .where('personId', '=', person.id)
    .where('endedAt', 'is', null)
    .where('fromDay', '<=', today())
    .where('untilDay', '>=', today())
}

export interface InvitedReader extends ForumReader {
  name: string
}

/** Who is invited now or later, the first to end on top. */
export function readersOf(db: Db, network: Pick<Network, 'id'>): Promise<InvitedReader[]> {
  return db
    .selectFrom('forumReaders')
    .innerJoin('people', 'people.id', 'forumReaders.personId')
    .selectAll('forumReaders')
    .select('people.name')
    .where('networkId', '=', network.id)
    .where('endedAt', 'is', null)
    .where('untilDay', '>=', today())
    .orderBy('untilDay')
    .orderBy('people.name')
    .execute()
}

/**
 * Who can be invited: facilitators of groups in the network, and those who belong to it without working in it or reading
 * for a governing body.
 */
export async function guestsToChoose(db: Db, network: Pick<Network, 'id'>): Promise<{ id: string; name: string }[]> {
  const facilitators = await facilitatorsIn(db, network.id)
  const belonging = await peopleWith(db, network.id, 'belongs')
  const works = await peopleWith(db, network.id, 'works')
  const reads = await peopleWith(db, network.id, 'reads what is released')
  const guests = [...facilitators, ...belonging.filter(one => !reads.some(other => other.id === one.id))].filter(
    one => !works.some(other => other.id === one.id),
  )
  return [...new Map(guests.map(({ id, name }) => [id, { id, name }])).values()].sort(byName)
}

export async function inviteReader(
  trx: Trx,
  network: Pick<Network, 'id'>,
  by: Person,
  given: { person: string; fromDay: string; untilDay: string },
): Promise<void> {
  const { person: personId, ...days } = given
  const invitation = { id: newId(), networkId: network.id, personId, ...days, invitedAt: now(), invitedBy: by.id }
  await trx
    .insertInto('forumReaders')
    .values({ ...invitation, endedAt: null, endedBy: null })
    .execute()
  await record(trx, { kind: 'forum reader invited', by, networkId: network.id, aboutKind: 'person', aboutId: personId })
}

/** @throws NotFound */
export async function findReader(db: Db, network: Pick<Network, 'id'>, id: string): Promise<InvitedReader> {
  const found = (await readersOf(db, network)).find(one => one.id === id)
  if (!found) throw new NotFound('invitation')
  return found
}

export async function endReading(trx: Trx, reader: ForumReader, by: Person): Promise<void> {
  const { id, networkId, personId } = reader
  await trx.updateTable('forumReaders').set({ endedAt: now(), endedBy: by.id }).where('id', '=', id).execute()
  await record(trx, { kind: 'forum reader ended', by, networkId, aboutKind: 'person', aboutId: personId })
}
