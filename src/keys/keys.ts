import type { Db, Trx } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { mayOpenKey } from './permissions.js'
import type { KeyLine, KeyStore } from './store.js'
import type { PupilKey } from './tables.js'

/** A key as its pages show it before it is opened: whose it is, and nothing of what is in it. */
export interface FoundKey extends PupilKey {
  school: string
  group: string
  networkId: string
  owner: string
}

/** Every key that has not been erased, with the names around it. */
export function keys(db: Db) {
  return db
    .selectFrom('pupilKeys')
    .innerJoin('schools', 'schools.id', 'pupilKeys.schoolId')
    .innerJoin('groups', 'groups.id', 'pupilKeys.groupId')
    .innerJoin('people', 'people.id', 'pupilKeys.ownerId')
    .selectAll('pupilKeys')
    .select(['schools.name as school', 'groups.name as group', 'groups.networkId', 'people.name as owner'])
    .where('pupilKeys.erasedAt', 'is', null)
}

/** The keys of a group, by school: that they exist, for those in the group. */
export function keysOf(db: Db, groupId: string): Promise<FoundKey[]> {
  return keys(db).where('pupilKeys.groupId', '=', groupId).orderBy('schools.name').execute()
}

/** The keys of several groups at once. */
export function keysIn(db: Db, groupIds: string[]): Promise<FoundKey[]> {
  return keys(db)
    .where('pupilKeys.groupId', 'in', [...groupIds, ''])
    .orderBy('schools.name')
    .execute()
}

/** The keys that this person may open, wherever they are. */
export async function keysFor(db: Db, person: Person): Promise<FoundKey[]> {
  const schools = person.rolesWith('keeps the keys of the school').flatMap(role => role.schoolId ?? [])
  const found = await keys(db)
    .where(eb => eb.or([eb('pupilKeys.ownerId', '=', person.id), eb('pupilKeys.schoolId', 'in', [...schools, ''])]))
    .orderBy('schools.name')
    .execute()
  return found.filter(key => mayOpenKey(person, key))
}

/** A key, for its owner and the school's data lead. @throws NotFound for everybody else */
export async function findKey(db: Db, person: Person, id: string): Promise<FoundKey> {
  const key = await keys(db).where('pupilKeys.id', '=', id).executeTakeFirst()
  if (!key || !mayOpenKey(person, key)) throw new NotFound('key')
  return key
}

/*
 * Whose a key is and who opened it stands in the database; what is in it, and the hash of its passphrase, in a file of
 * its own (store.ts). The two have no transaction in common, so a verb writes to the file last: by then nothing can be
 * refused any more, and a commit that fails all the same leaves a key in the file that nobody is led to, never one
 * without a passphrase. What is erased there is erased by a follower, which comes after the commit at least once.
 */

/**
 * Makes the key of a group for one school.
 * @param passphrase its hash: making one takes too long for a transaction
 * @throws Conflict when there is one
 */
export async function makeKey(
  trx: Trx,
  store: KeyStore,
  of: { groupId: string; networkId: string; schoolId: string },
  person: Person,
  passphrase: string,
): Promise<string> {
  const id = newId()
  const { networkId, ...key } = of
  const there = await keysOf(trx, of.groupId)
  if (there.some(one => one.schoolId === of.schoolId)) throw new Conflict('There is a key for this school already.')
  await trx
    .insertInto('pupilKeys')
    .values({ id, ...key, ownerId: person.id, madeAt: now() })
    .execute()
  await record(trx, { kind: 'key made', by: person, ...aboutKey({ id, networkId }), groupId: of.groupId })
  await store.make(id)
  await store.setPassphrase(id, passphrase)
  return id
}

/** Gives a pupil the next code of the group: a code stands for one pupil, whichever school they are from. @returns the code */
export async function giveCode(
  trx: Trx,
  store: KeyStore,
  key: FoundKey,
  person: Person,
  pupil: Omit<KeyLine, 'id' | 'code'>,
): Promise<string> {
  const ids = (await keysOf(trx, key.groupId)).map(one => one.id)
  const taken = (await store.codes(ids)).map(code => Number(code.slice(1)))
  const code = `P${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
  await record(trx, { kind: 'code given', by: person, ...aboutKey(key) })
  await store.put(key.id, { code, ...pupil })
  return code
}

/** A pupil is taken out of the key: nobody can tell any more who the code stands for. */
export async function takeOut(trx: Trx, store: KeyStore, key: FoundKey, person: Person, code: string): Promise<void> {
  await record(trx, { kind: 'pupil taken out of a key', by: person, ...aboutKey(key) })
  await store.remove(key.id, code)
}

/** Erases the key and everybody in it for good. The codes stay in the texts, and nobody can tell whose they were. */
export async function eraseKey(trx: Trx, key: FoundKey, person: Person): Promise<void> {
  await trx.updateTable('pupilKeys').set({ erasedAt: now(), erasedBy: person.id }).where('id', '=', key.id).execute()
  await record(trx, { kind: 'key erased', by: person, ...aboutKey(key) })
}

/** How a fact knows a key. */
export function aboutKey(key: { id: string; networkId: string }) {
  return { networkId: key.networkId, aboutKind: 'key', aboutId: key.id }
}
