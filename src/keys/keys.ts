import { type Db, inOne, type Trx } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import { isPassword } from '../people/passwords/passwords.js'
import type { Person } from '../people/person.js'
import { beginTry, holdBack, triedWell, waitInWords } from '../people/signing-in/slowing-down.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { byName } from '../words/words.js'
import { mayOpenKey } from './permissions.js'
import type { DbAndKeys, KeyLine, KeyStore } from './store.js'
import type { KeyOpening, PupilKey } from './tables.js'
import { takingPart } from '../people/roles/roles.js'

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
  return (await keys(db).orderBy('schools.name').execute()).filter(key => mayOpenKey(person, key))
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
  store.make(id)
  store.setPassphrase(id, passphrase)
  return id
}

const idleMinutes = 5
const mostMinutes = 30

/** Opens a key for this person, who knows its passphrase, for a reason that its owner and the data lead can read. */
export async function openKey(trx: Trx, key: FoundKey, person: Person, because: string): Promise<void> {
  const at = now()
  await trx
    .insertInto('keyOpenings')
    .values({
      id: newId(),
      keyId: key.id,
      personId: person.id,
      because,
      openedAt: at,
      lastSeenAt: at,
      closedAt: null,
    })
    .execute()
  await record(trx, { kind: 'key opened', by: person, ...aboutKey(key) })
}

/** Who tried to open a key and failed, the newest first. */
export async function failuresAt(db: Db, key: PupilKey): Promise<{ name: string; at: string }[]> {
  const failures = db
    .selectFrom('facts')
    .select(['personId', 'at'])
    .where('kind', '=', 'wrong passphrase given')
    .where('aboutKind', '=', 'key')
    .where('aboutId', '=', key.id)
    .unionAll(
      db
        .selectFrom('audit')
        .select(['personId', 'at'])
        .where('did', '=', 'gave a wrong passphrase for a key')
        .where('aboutKind', '=', 'key')
        .where('aboutId', '=', key.id),
    )
  return db
    .selectFrom(failures.as('failures'))
    .innerJoin('people', 'people.id', 'failures.personId')
    .select(['people.name', 'failures.at'])
    .orderBy('failures.at', 'desc')
    .limit(50)
    .execute()
}

/** A new passphrase from now on; whoever else opens the key is to be told it. @param passphrase its hash */
export async function changePassphrase(
  trx: Trx,
  store: KeyStore,
  key: FoundKey,
  person: Person,
  passphrase: string,
): Promise<void> {
  await record(trx, { kind: 'passphrase changed', by: person, ...aboutKey(key) })
  store.setPassphrase(key.id, passphrase)
}

/** Whether this person has the key open; asking keeps it open. It closes after five idle minutes, and after thirty at most. */
export async function isOpen(db: Db, key: PupilKey, person: Person): Promise<boolean> {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const kept = await db
    .updateTable('keyOpenings')
    .set({ lastSeenAt: now() })
    .where('keyId', '=', key.id)
    .where('personId', '=', person.id)
    .where('closedAt', 'is', null)
    .where('lastSeenAt', '>', ago(idleMinutes))
    .where('openedAt', '>', ago(mostMinutes))
    .executeTakeFirst()
  return kept.numUpdatedRows > 0n
}

export async function closeKey(db: Db, key: PupilKey, person: Person): Promise<void> {
  await db
    .updateTable('keyOpenings')
    .set({ closedAt: now() })
    .where('keyId', '=', key.id)
    .where('personId', '=', person.id)
    .where('closedAt', 'is', null)
    .execute()
}

/** Every opening, the newest first. */
export function openingsOf(db: Db, key: PupilKey): Promise<(KeyOpening & { name: string })[]> {
  return db
    .selectFrom('keyOpenings')
    .innerJoin('people', 'people.id', 'keyOpenings.personId')
    .selectAll('keyOpenings')
    .select('people.name')
    .where('keyId', '=', key.id)
    .orderBy('openedAt', 'desc')
    .limit(100)
    .execute()
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
  const taken = store.codes(ids).map(code => Number(code.slice(1)))
  const code = `P${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
  await record(trx, { kind: 'code given', by: person, ...aboutKey(key) })
  store.put(key.id, { code, ...pupil })
  return code
}

export async function takeOut(trx: Trx, store: KeyStore, key: FoundKey, person: Person, code: string): Promise<void> {
  await record(trx, { kind: 'pupil taken out of a key', by: person, ...aboutKey(key) })
  store.remove(key.id, code)
}

/** Erases the key and everybody in it for good. The codes stay in the texts, and nobody can tell whose they were. */
export async function eraseKey(trx: Trx, key: FoundKey, person: Person): Promise<void> {
  await trx.updateTable('pupilKeys').set({ erasedAt: now(), erasedBy: person.id }).where('id', '=', key.id).execute()
  await record(trx, { kind: 'key erased', by: person, ...aboutKey(key) })
}

/**
 * Whether these words are the passphrase. Wrong ones are counted for this key and this person, in the database: after
 * four, each must wait longer than the last. It is counted before it is known, so this is two transactions.
 * @returns what stands in the way, in a sentence
 */
export async function tryPassphrase(
  { db, keys: store }: DbAndKeys,
  key: FoundKey,
  person: Person,
  passphrase: string,
): Promise<string | undefined> {
  const attempt = await inOne(db, trx => beginTry(trx, `key ${key.id} of ${person.id}`, `key ${key.id}`))
  await holdBack(attempt)
  if (attempt.wait > 0) return waitInWords(attempt.wait)
  if (!(await isPassword(passphrase, store.passphraseOf(key.id)))) {
    await inOne(db, trx => record(trx, { kind: 'wrong passphrase given', by: person, ...aboutKey(key) }))
    return 'That is not the passphrase of this key.'
  }
  await triedWell(db, attempt)
}

/**
 * The key has a new owner and a new passphrase; whoever had it opens it no more. What made it right (the old passphrase,
 * or a second person) is for the verb before.
 * @param passphrase its hash
 */
export async function becomeOwner(
  trx: Trx,
  store: KeyStore,
  key: FoundKey,
  person: Person,
  passphrase: string,
): Promise<void> {
  await trx.updateTable('pupilKeys').set({ ownerId: person.id }).where('id', '=', key.id).execute()
  await closeFor(trx, key, key.ownerId)
  await record(trx, { kind: 'key taken over', by: person, ...aboutKey(key), from: key.ownerId })
  store.setPassphrase(key.id, passphrase)
}

/** Colleagues in the group who come from the school of the key: to one of them its owner can hand it. */
export async function possibleOwners(db: Db, key: FoundKey): Promise<{ personId: string; name: string }[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['groupPeople.personId', 'people.name'])
    .where('groupPeople.groupId', '=', key.groupId)
    .where('groupPeople.schoolId', '=', key.schoolId)
    .where('groupPeople.role', 'in', takingPart)
    .where('groupPeople.leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('groupPeople.personId', '<>', key.ownerId)
    .execute()
  return rows.sort(byName)
}

/** Its owner hands the key on; they open it no more from then on. @throws NotFound when the other cannot have it */
export async function handKeyOver(trx: Trx, key: FoundKey, person: Person, to: string): Promise<{ name: string }> {
  const chosen = (await possibleOwners(trx, key)).find(one => one.personId === to)
  if (!chosen) throw new NotFound('person')

  await trx.updateTable('pupilKeys').set({ ownerId: to }).where('id', '=', key.id).execute()
  await closeFor(trx, key, key.ownerId)
  await record(trx, { kind: 'key handed on', by: person, ...aboutKey(key) })

  return chosen
}

async function closeFor(trx: Trx, key: PupilKey, personId: string): Promise<void> {
  await trx
    .updateTable('keyOpenings')
    .set({ closedAt: now() })
    .where('keyId', '=', key.id)
    .where('personId', '=', personId)
    .where('closedAt', 'is', null)
    .execute()
}

/** How a fact knows a key. */
export function aboutKey(key: { id: string; networkId: string }) {
  return { networkId: key.networkId, aboutKind: 'key', aboutId: key.id }
}
