import { type Db, inOne } from '../../database.js'
import { isPassword } from '../passwords/passwords.js'
import { personByEmail } from '../people.js'
import { beginTry, holdSignInBack, triedWell } from './slowing-down.js'

export type SigningIn = { ok: true; personId: string } | { ok: false; wait: number }

/**
 * Finds out whether an email address and a password go together. The answer, and the time it takes, are the same for a
 * wrong password, an unknown address and a disabled account.
 */
export async function signIn(db: Db, email: string, password: string, address: string): Promise<SigningIn> {
  const attempt = await inOne(db, trx => beginTry(trx, email, address))
  await holdSignInBack(attempt)
  if (attempt.wait > 0) return { ok: false, wait: attempt.wait }
  const person = await personByEmail(db, email)
  const right = await isPassword(password, person?.disabledAt === null ? person.passwordHash : null)
  if (!right || !person) return { ok: false, wait: 0 }
  await triedWell(db, attempt)
  return { ok: true, personId: person.id }
}

/** Asks somebody who is signed in for their password once more, as slowly as at the door. */
export async function isOwnPassword(db: Db, person: { email: string }, password: string, address: string) {
  return signIn(db, person.email, password, address)
}
