import type { Db, Trx } from '../database.js'
import { NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import type { Network } from '../networks/tables.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { mayReadConferences } from './permissions.js'
import type { Conference, ConferenceSession } from './tables.js'

export type ConferenceWords = Pick<Conference, 'title' | 'heldOn' | 'place' | 'welcome'>
export type SessionWords = Pick<ConferenceSession, 'starts' | 'ends' | 'room' | 'title' | 'people' | 'groupId'>

/** A session with the group that leads it, as everybody of the network knows it. */
export interface SessionInProgramme extends ConferenceSession {
  groupName: string | null
}

/** The conferences of a network, the newest first. @throws NotFound for those who do not work in it */
export async function conferencesOf(db: Db, person: Person, network: Network): Promise<Conference[]> {
  if (!mayReadConferences(person, network)) throw new NotFound('conference')
  return db
    .selectFrom('conferences')
    .selectAll()
    .where('networkId', '=', network.id)
    .orderBy('heldOn', 'desc')
    .execute()
}

/** @throws NotFound */
export async function findConference(db: Db, person: Person, network: Network, id: string): Promise<Conference> {
  const found = (await conferencesOf(db, person, network)).find(one => one.id === id)
  if (!found) throw new NotFound('conference')
  return found
}

/** What happens, in the order of time, then by room. */
export function sessionsOf(db: Db, conference: Pick<Conference, 'id'>): Promise<SessionInProgramme[]> {
  return db
    .selectFrom('conferenceSessions')
    .leftJoin('groups', 'groups.id', 'conferenceSessions.groupId')
    .selectAll('conferenceSessions')
    .select('groups.name as groupName')
    .where('conferenceId', '=', conference.id)
    .where('removedAt', 'is', null)
    .orderBy('starts')
    .orderBy('room')
    .execute()
}

/** @throws NotFound */
export async function findSession(db: Db, conference: Conference, id: string): Promise<SessionInProgramme> {
  const found = (await sessionsOf(db, conference)).find(one => one.id === id)
  if (!found) throw new NotFound('session')
  return found
}

/** The groups of the network that can lead a session. */
export function groupsToChoose(db: Db, networkId: string): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('groups').select(['id', 'name']).where('networkId', '=', networkId).orderBy('name').execute()
}

/** What was typed of a session, with the group that leads it: only one of this network can. */
export async function ledByGroup<Words extends { group: string }>(
  db: Db,
  network: Network,
  { group, ...words }: Words,
) {
  const isOurs = (await groupsToChoose(db, network.id)).some(one => one.id === group)
  return { ...words, groupId: isOurs ? group : null }
}

export async function makeConference(
  trx: Trx,
  network: Network,
  person: Person,
  words: ConferenceWords,
): Promise<string> {
  const id = newId()

  await trx
    .insertInto('conferences')
    .values({ id, networkId: network.id, ...words, madeAt: now(), madeBy: person.id })
    .execute()
  const aboutConference = { networkId: network.id, aboutKind: 'conference', aboutId: id }
  await record(trx, { kind: 'conference made', by: person, ...aboutConference })

  return id
}

export async function changeConference(db: Db, conference: Conference, words: ConferenceWords): Promise<void> {
  await db
    .updateTable('conferences')
    .set(eb => ({ ...words, sequence: eb('sequence', '+', 1), changedAt: now() }))
    .where('id', '=', conference.id)
    .execute()
}

export async function addSession(db: Db, conference: Conference, person: Person, words: SessionWords): Promise<string> {
  const id = newId()
  await db
    .insertInto('conferenceSessions')
    .values({ id, conferenceId: conference.id, ...words, addedAt: now(), addedBy: person.id, removedAt: null })
    .execute()
  return id
}

export async function changeSession(
  db: Db,
  session: Pick<ConferenceSession, 'id'>,
  words: SessionWords,
): Promise<void> {
  await db.updateTable('conferenceSessions').set(words).where('id', '=', session.id).execute()
}

export async function removeSession(db: Db, session: Pick<ConferenceSession, 'id'>): Promise<void> {
  await db.updateTable('conferenceSessions').set({ removedAt: now() }).where('id', '=', session.id).execute()
}
