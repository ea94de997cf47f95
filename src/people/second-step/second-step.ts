import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { hashOfToken, newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Account } from '../administration/administering.js'
import { type OwnPasskey, passkeysOf } from '../passkeys/passkeys.js'
import type { Person } from '../person.js'
import { endSessionsOf } from '../sessions.js'
import { halfMinuteOf, newRecoveryCodes, plainRecoveryCode } from './codes.js'

/** What somebody has typed as their second step: the code of the app, or one of the recovery codes. */
export interface SecondStepTyped {
  code: string
  recovery: string
}

/** What somebody can show as their second step. */
export interface SecondStep {
  /** Since when an app makes codes for them; null where none does. */
  app: string | null
  passkeys: OwnPasskey[]
  codesLeft: number
}

export async function hasSecondStep(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where(eb =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('secondSteps')
            .select('secondSteps.personId')
            .whereRef('secondSteps.personId', '=', 'people.id'),
        ),
        eb.exists(eb.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.personId', '=', 'people.id')),
      ]),
    )
    .executeTakeFirst()
  return found !== undefined
}

/** What somebody shows as their second step, and how many recovery codes are left; null for whoever has none. */
export async function secondStepOf(db: Db, personId: string): Promise<SecondStep | null> {
  const row = await rowOf(db, personId)
  const passkeys = await passkeysOf(db, personId)
  if (!row && passkeys.length === 0) return null
  const left = await db
    .selectFrom('recoveryCodes')
    .select(eb => eb.fn.countAll<number>().as('codes'))
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { app: row?.setUpAt ?? null, passkeys, codesLeft: Number(left.codes) }
}

/**
 * From now on the app is asked for at the door.
 * @param code what the app shows now, so that nobody locks themselves out with an app that did not take the secret
 * @returns the recovery codes, to be shown once, and none where there are some; null when the code is not right
 */
export async function setUpSecondStep(
  trx: Trx,
  keys: House['keys'],
  person: Person,
  secret: string,
  code: string,
): Promise<string[] | null> {
  if (await rowOf(trx, person.id)) throw new Conflict('An app makes codes for you already.')
  const lastUsed = halfMinuteOf(secret, code, 0)
  if (lastUsed === null) return null
  const sealed = keys.seal(boundTo(person.id), secret)
  await trx.insertInto('secondSteps').values({ personId: person.id, sealed, setUpAt: now(), lastUsed }).execute()
  await trx.updateTable('sessions').set({ secondStep: null }).where('personId', '=', person.id).execute()
  await record(trx, { kind: 'second step set up', ...aboutOneself(person) })
  return codesWhereNone(trx, person.id)
}

/** Recovery codes serve the app and the passkeys alike. @returns new ones, to be shown once; none where some are left */
export async function codesWhereNone(trx: Trx, personId: string): Promise<string[]> {
  const left = await trx
    .selectFrom('recoveryCodes')
    .select('id')
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return left ? [] : writeRecoveryCodes(trx, personId)
}

/** Whether what was typed is right. Whatever was right is used up with it: an app’s code and a recovery code work once. */
export async function takeSecondStep(
  trx: Trx,
  keys: House['keys'],
  personId: string,
  typed: SecondStepTyped,
): Promise<boolean> {
  return typed.code ? takeCode(trx, keys, personId, typed.code) : takeRecoveryCode(trx, personId, typed.recovery)
}

/** The former recovery codes are worth nothing any more. @returns the new ones, to be shown once */
export async function makeRecoveryCodesAnew(trx: Trx, person: Person): Promise<string[]> {
  await record(trx, { kind: 'recovery codes made anew', ...aboutOneself(person) })
  return writeRecoveryCodes(trx, person.id)
}

/** Its owner takes the app off. Passkeys stay, and so do the recovery codes as long as there are some. */
export async function takeOffSecondStep(trx: Trx, person: Person): Promise<void> {
  await trx.deleteFrom('secondSteps').where('personId', '=', person.id).execute()
  await forgetCodesWithoutStep(trx, person.id)
  await record(trx, { kind: 'second step taken off', ...aboutOneself(person) })
}

/**
 * For somebody who has lost the telephone and the recovery codes. Their password stays as it is, every visit ends, and they
 * read of it.
 * @param by null for whoever has the machine
 * @throws Conflict for one’s own, which takes a code, and where there is none
 */
export async function takeOffSecondStepFor(
  trx: Trx,
  { id, name }: Pick<Account, 'id' | 'name'>,
  by: Pick<Person, 'id'> | null,
): Promise<void> {
  if (by?.id === id) throw new Conflict('You take off your own second step on your account, with a code.')
  if (!(await hasSecondStep(trx, id))) throw new Conflict(`${name} has no second step.`)
  await forgetSecondStep(trx, id)
  await endSessionsOf(trx, id)
  await trx
    .insertInto('secondStepsTakenOff')
    .values({ id: newId(), personId: id, takenOffAt: now(), takenOffBy: by?.id ?? null })
    .execute()
  await record(trx, { kind: 'second step taken off for somebody', by, aboutKind: 'person', aboutId: id })
}

function rowOf(db: Db, personId: string) {
  return db.selectFrom('secondSteps').selectAll().where('personId', '=', personId).executeTakeFirst()
}

async function takeCode(trx: Trx, keys: House['keys'], personId: string, code: string): Promise<boolean> {
  const row = await rowOf(trx, personId)
  const secret = row && keys.unseal(boundTo(personId), row.sealed)
  const lastUsed = secret ? halfMinuteOf(secret, code, row.lastUsed) : null
  if (lastUsed === null) return false
  const taken = await trx
    .updateTable('secondSteps')
    .set({ lastUsed })
    .where('personId', '=', personId)
    .where('lastUsed', '<', lastUsed)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

async function takeRecoveryCode(trx: Trx, personId: string, typed: string): Promise<boolean> {
  const taken = await trx
    .updateTable('recoveryCodes')
    .set({ usedAt: now() })
    .where('personId', '=', personId)
    .where('codeHash', '=', hashOfToken(plainRecoveryCode(typed)))
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) return false
  await record(trx, { kind: 'recovery code used', by: { id: personId }, aboutKind: 'person', aboutId: personId })
  return true
}

async function writeRecoveryCodes(trx: Trx, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await trx.deleteFrom('recoveryCodes').where('personId', '=', personId).execute()
  await trx
    .insertInto('recoveryCodes')
    .values(
      codes.map(code => ({
        id: newId(),
        personId,
        codeHash: hashOfToken(plainRecoveryCode(code)),
        madeAt: now(),
      })),
    )
    .execute()
  return codes
}

/** Recovery codes alone open nothing: they go with the last thing that they stand in for. */
export async function forgetCodesWithoutStep(trx: Trx, personId: string): Promise<void> {
  if (!(await hasSecondStep(trx, personId)))
    await trx.deleteFrom('recoveryCodes').where('personId', '=', personId).execute()
}

async function forgetSecondStep(trx: Trx, personId: string): Promise<void> {
  await trx.deleteFrom('secondSteps').where('personId', '=', personId).execute()
  await trx.deleteFrom('passkeys').where('personId', '=', personId).execute()
  await trx.deleteFrom('recoveryCodes').where('personId', '=', personId).execute()
}

function boundTo(personId: string): string {
  return `second step of ${personId}`
}

function aboutOneself(person: Person) {
  return { by: person, aboutKind: 'person', aboutId: person.id }
}
