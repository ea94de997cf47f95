import { type Db, inOne, type Trx } from '../../database.js'
import { NotAllowed } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { isPassword } from '../../people/passwords/passwords.js'
import type { Person } from '../../people/person.js'
import { beginTry, holdSignInBack, triedWell, waitInWords } from '../../people/signing-in/slowing-down.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutKey, findKey, type FoundKey } from '../keys.js'
import type { DbAndKeys, KeyStore } from '../store.js'
import type { KeyOpening, PupilKey } from '../tables.js'

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
  await store.setPassphrase(key.id, passphrase)
}

/** Whether this person has the key open; asking keeps it open. It closes after five idle minutes, and after thirty at most. */
export async function hasOpen(db: Db, key: PupilKey, person: Person): Promise<boolean> {
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

/**
 * A key that this person has open: changing it needs that, so that nothing happens to it without a reason that can be read.
 * @throws NotFound for those who may not open it; NotAllowed when it has closed again
 */
export async function findOpenKey(db: Db, person: Person, id: string): Promise<FoundKey> {
  const key = await findKey(db, person, id)
  if (!(await hasOpen(db, key, person))) throw new NotAllowed('The key has closed again. Open it first.')
  return key
}

/** Closes the key for somebody who may have it open. */
export async function closeKeyFor(db: Db, key: Pick<PupilKey, 'id'>, personId: string): Promise<void> {
  await db
    .updateTable('keyOpenings')
    .set({ closedAt: now() })
    .where('keyId', '=', key.id)
    .where('personId', '=', personId)
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
  await holdSignInBack(attempt)
  if (attempt.wait > 0) return waitInWords(attempt.wait)
  if (!(await isPassword(passphrase, await store.passphraseOf(key.id)))) {
    await inOne(db, trx => record(trx, { kind: 'wrong passphrase given', by: person, ...aboutKey(key) }))
    return 'That is not the passphrase of this key.'
  }
  await triedWell(db, attempt)
}
