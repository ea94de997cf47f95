import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { type Confirmer, whoConfirms } from '../../people/roles/who-confirms.js'
import { namesOf } from '../../people/people.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutKey, type FoundKey, keys } from '../keys.js'
import { mayAgreeToTakeover } from '../permissions.js'
import type { KeyStore } from '../store.js'
import type { KeyTakeover } from '../tables.js'
import { becomeOwner } from './handing-over.js'

/** A takeover that was asked for, with its key and those of the school who may agree. */
export interface AskedTakeover extends KeyTakeover {
  key: FoundKey
  asker: string
  agreers: Confirmer[]
}

/** The data lead asks a second person of the school, because nobody remembers the passphrase or its owner is gone. */
export async function askToTakeOver(trx: Trx, key: FoundKey, person: Person, because: string): Promise<AskedTakeover> {
  const id = newId()
  const row = { id, keyId: key.id, because, askedAt: now(), askedBy: person.id }
  if (await openTakeover(trx, key, person)) throw new Conflict('This waits for a second person already.')
  await trx
    .insertInto('keyTakeovers')
    .values({ ...row, agreedAt: null, agreedBy: null, refusedAt: null, refusedBy: null, usedAt: null })
    .execute()
  await record(trx, { kind: 'key asked for', by: person, ...aboutKey(key), takeover: id })
  return findTakeover(trx, person, id)
}

/** What this data lead has asked for and not used yet. */
export function openTakeover(db: Db, key: { id: string }, person: Person): Promise<KeyTakeover | undefined> {
  return db
    .selectFrom('keyTakeovers')
    .selectAll()
    .where('keyId', '=', key.id)
    .where('askedBy', '=', person.id)
    .where('refusedAt', 'is', null)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
}

/** A second person of the school agrees, or does not. @throws Conflict when it was answered meanwhile */
export async function answerTakeover(
  trx: Trx,
  { id, key }: AskedTakeover,
  person: Person,
  answer: 'agreed' | 'refused',
): Promise<void> {
  const how =
    answer === 'agreed' ? { agreedAt: now(), agreedBy: person.id } : { refusedAt: now(), refusedBy: person.id }
  const answered = await trx
    .updateTable('keyTakeovers')
    .set(how)
    .where('id', '=', id)
    .where('agreedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .executeTakeFirst()
  if (answered.numUpdatedRows === 0n) throw new Conflict('This has been answered already.')
  await record(trx, { kind: `takeover of a key ${answer}`, by: person, ...aboutKey(key) })
}

/**
 * With the agreement of a second person the data lead takes the key over, once.
 * @param passphrase the hash of the new one
 * @throws Conflict without one
 */
export async function takeOverTogether(
  trx: Trx,
  store: KeyStore,
  key: FoundKey,
  person: Person,
  passphrase: string,
): Promise<void> {
  const used = await trx
    .updateTable('keyTakeovers')
    .set({ usedAt: now() })
    .where('keyId', '=', key.id)
    .where('askedBy', '=', person.id)
    .where('agreedAt', 'is not', null)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) throw new Conflict('A second person of the school has not agreed to this.')
  await becomeOwner(trx, store, key, person, passphrase)
}

/** For those of the school who may agree, and whoever asked. @throws NotFound for everybody else */
export async function findTakeover(db: Db, person: Person, id: string): Promise<AskedTakeover> {
  const asked = await takeoverBy(db, id)
  if (!asked || !(asked.askedBy === person.id || mayAgreeToTakeover(person, asked))) throw new NotFound('question')
  return asked
}

/** Takeovers that wait for this person: to agree, or, agreed to, to choose the new passphrase. */
export async function takeoversWaitingFor(db: Db, person: Person): Promise<AskedTakeover[]> {
  const rows = await db
    .selectFrom('keyTakeovers')
    .selectAll()
    .where('refusedAt', 'is', null)
    .where('usedAt', 'is', null)
    .orderBy('askedAt')
    .execute()
  const all = (await Promise.all(rows.map(row => withKey(db, row)))).flatMap(one => one ?? [])
  return all.filter(one =>
    one.agreedAt === null
      ? mayAgreeToTakeover(person, one)
      : one.askedBy === person.id && person.isDataLeadOf(one.key.schoolId),
  )
}

/** A takeover by its id, whoever asks: for the letters about it. */
export async function takeoverBy(db: Db, id: string): Promise<AskedTakeover | undefined> {
  const row = await db.selectFrom('keyTakeovers').selectAll().where('id', '=', id).executeTakeFirst()
  return row && withKey(db, row)
}

async function withKey(db: Db, row: KeyTakeover): Promise<AskedTakeover | undefined> {
  const key = await keys(db).where('pupilKeys.id', '=', row.keyId).executeTakeFirst()
  if (!key) return undefined
  const names = await namesOf(db, [row.askedBy])
  return { ...row, key, asker: names(row.askedBy), agreers: await whoAgrees(db, row, key) }
}

/** Colleagues of the school and its head, as with a data lead; but no network leader, and no administrator. */
async function whoAgrees(db: Db, row: KeyTakeover, { networkId, schoolId }: FoundKey): Promise<Confirmer[]> {
  const asked = { networkId, schoolId, role: 'data lead', askedBy: row.askedBy, personId: row.askedBy } as const
  return whoConfirms(db, asked, 'the school')
}
