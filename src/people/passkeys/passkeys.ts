import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Person } from '../person.js'
import type { Passkey } from './tables.js'

/** A passkey, as its owner knows it. */
export type OwnPasskey = Pick<Passkey, 'id' | 'name' | 'addedAt' | 'lastUsedAt'>

/** So many are enough for anybody's telephones, computers and keys. */
export const mostPasskeys = 10

/** Somebody's passkeys, the oldest first. */
export function passkeysOf(db: Db, personId: string): Promise<Passkey[]> {
  return db
    .selectFrom('passkeys')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

/** One of somebody's own. @throws NotFound for anybody else's */
export async function findOwnPasskey(db: Db, person: Pick<Person, 'id'>, id: string): Promise<Passkey> {
  return db
    .selectFrom('passkeys')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow(() => new NotFound())
}

/** @throws Conflict for one that is known already, and where there are many */
export async function addPasskey(
  trx: Trx,
  person: Person,
  one: Pick<Passkey, 'credentialId' | 'name' | 'publicKey' | 'counter' | 'transports'>,
): Promise<void> {
  if ((await passkeysOf(trx, person.id)).length >= mostPasskeys)
    throw new Conflict(`You have ${mostPasskeys} passkeys. Remove one that you do not use any more first.`)
  const known = await trx
    .selectFrom('passkeys')
    .select('id')
    .where('credentialId', '=', one.credentialId)
    .executeTakeFirst()
  if (known) throw new Conflict('This passkey is known here already.')
  await trx
    .insertInto('passkeys')
    .values({ id: newId(), ...one, personId: person.id, addedAt: now() })
    .execute()
  await trx.updateTable('sessions').set({ secondStep: null }).where('personId', '=', person.id).execute()
  await record(trx, { kind: 'passkey added', by: person, aboutKind: 'person', aboutId: person.id })
}

export async function renamePasskey(trx: Trx, { id }: Passkey, name: string): Promise<void> {
  await trx.updateTable('passkeys').set({ name }).where('id', '=', id).execute()
}

/**
 * Its owner removes it. Where it was the whole second step, the recovery codes go with it.
 * @throws Conflict where it is their only way in
 */
export async function removePasskey(trx: Trx, passkey: Passkey, person: Person): Promise<void> {
  if (!(await mayDoWithout(trx, passkey)))
    throw new Conflict('This passkey is your only way in. Choose a password or add another passkey first.')
  await trx.deleteFrom('passkeys').where('id', '=', passkey.id).execute()
  await record(trx, { kind: 'passkey removed', by: person, aboutKind: 'person', aboutId: person.id })
}

/** Whether its owner has another way in: a password, another passkey, or an account of their school. */
async function mayDoWithout(db: Db, { id, personId }: Passkey): Promise<boolean> {
  const ways = await db
    .selectFrom('people')
    .select('passwordHash')
    .select(eb => [
      eb
        .exists(
          eb
            .selectFrom('passkeys')
            .select('passkeys.id')
            .where('passkeys.personId', '=', personId)
            .where('passkeys.id', '!=', id),
        )
        .as('another'),
      eb
        .exists(
          eb
            .selectFrom('issuerAccounts')
            .innerJoin('issuers', 'issuers.id', 'issuerAccounts.issuerId')
            .select('issuerAccounts.id')
            .where('issuerAccounts.personId', '=', personId)
            .where('issuers.onSince', 'is not', null),
        )
        .as('school'),
    ])
    .where('people.id', '=', personId)
    .executeTakeFirstOrThrow()
  return ways.passwordHash !== null || Boolean(ways.another) || Boolean(ways.school)
}
