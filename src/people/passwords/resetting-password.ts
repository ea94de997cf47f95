import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { hashOfToken, newToken } from '../../web/new-id.js'
import type { Person } from '../person.js'
import { endSessionsOf } from '../sessions.js'
import type { PersonRow } from '../tables.js'

export const minutesToReset = 60

export interface ToReset {
  personId: string
  email: string
  name: string
}

/**
 * Makes a link with which somebody can choose a new password once, within 60 minutes. An earlier one is worth nothing.
 * @param madeBy who had it made, when that is somebody else; its owner reads of it on their account
 */
export async function makeResetLink(
  trx: Trx,
  baseUrl: string,
  personId: string,
  madeBy: string | null = null,
): Promise<string> {
  const token = newToken()
  const at = Date.now()

  await forgetOpenLinks(trx, personId)
  await trx
    .insertInto('passwordResets')
    .values({
      tokenHash: hashOfToken(token),
      personId,
      askedAt: new Date(at).toISOString(),
      expiresAt: new Date(at + minutesToReset * 60_000).toISOString(),
      usedAt: null,
      madeBy,
    })
    .execute()

  return `${baseUrl}/password-resets/${token}`
}

/**
 * Makes a link to a new password for somebody else, which its owner reads of.
 * @param kind whether it goes to its owner by letter, or is shown to the one who helps
 */
export async function makeResetLinkFor(
  trx: Trx,
  baseUrl: string,
  { id }: Pick<PersonRow, 'id'>,
  by: Person,
  kind: 'reset link sent' | 'reset link made',
): Promise<string> {
  const link = await makeResetLink(trx, baseUrl, id, by.id)
  await record(trx, { kind, by, aboutKind: 'person', aboutId: id })
  return link
}

/** Whose link this is; undefined when it was used, has expired or was never made. Looking uses nothing up. */
export function toReset(db: Db, token: string): Promise<ToReset | undefined> {
  return db
    .selectFrom('passwordResets')
    .innerJoin('people', 'people.id', 'passwordResets.personId')
    .select(['people.id as personId', 'people.email', 'people.name'])
    .where('passwordResets.tokenHash', '=', hashOfToken(token))
    .where('passwordResets.usedAt', 'is', null)
    .where('passwordResets.expiresAt', '>', new Date().toISOString())
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** Uses the link up, sets the password and ends every session. @returns whether the link was still good */
export async function resetPassword(trx: Trx, token: string, passwordHash: string): Promise<boolean> {
  const whose = await toReset(trx, token)
  if (!whose) return false
  await forgetOpenLinks(trx, whose.personId)
  await trx
    .updateTable('passwordResets')
    .set({ followedAt: new Date().toISOString() })
    .where('tokenHash', '=', hashOfToken(token))
    .execute()
  await setPassword(trx, whose.personId, passwordHash, 'password reset')
  return true
}

/** A new password ends every session of the person, everywhere. */
export async function setPassword(
  trx: Trx,
  personId: string,
  passwordHash: string,
  kind: 'password changed' | 'password reset',
): Promise<void> {
  await trx.updateTable('people').set({ passwordHash }).where('id', '=', personId).execute()
  await endSessionsOf(trx, personId)
  await record(trx, { kind, by: { id: personId }, aboutKind: 'person', aboutId: personId })
}

/** @returns false where it is not what it was when somebody showed that they know it: another form was first */
export async function changePassword(
  trx: Trx,
  personId: string,
  { from, to }: { from: string | null; to: string },
): Promise<boolean> {
  if ((await passwordHashOf(trx, personId)) !== from) return false
  await setPassword(trx, personId, to, 'password changed')
  return true
}

export async function passwordHashOf(db: Db, personId: string): Promise<string | null> {
  const row = await db.selectFrom('people').select('passwordHash').where('id', '=', personId).executeTakeFirst()
  return row?.passwordHash ?? null
}

/** When a password was chosen with this link; undefined where none ever was. */
export async function whenFollowed(db: Db, token: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('passwordResets')
    .select('followedAt')
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst()
  return row?.followedAt ?? undefined
}

/** A link that is out when the password, the address or the account changes must not outlive the change. */
export async function forgetOpenLinks(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('passwordResets')
    .set({ usedAt: new Date().toISOString() })
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .execute()
}
