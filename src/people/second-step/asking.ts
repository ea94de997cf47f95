import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { beginTry, holdSignInBack, triedWell } from '../signing-in/slowing-down.js'
import { type SecondStepTyped, takeSecondStep } from './second-step.js'

/**
 * Asks for the second step as slowly as for a password. It is asked only after a right password, so that tries from everywhere
 * count as from one place: no stranger keeps an owner out by it, and nobody gets further by changing their address.
 * @returns the seconds to wait where there were too many tries
 */
export async function askForSecondStep(
  { db, keys }: Pick<House, 'db' | 'keys'>,
  personId: string,
  typed: SecondStepTyped,
): Promise<{ ok: true } | { ok: false; wait: number }> {
  const place = `second step of ${personId}`
  const attempt = await inOne(db, trx => beginTry(trx, place, place))
  await holdSignInBack(attempt)
  if (attempt.wait > 0) return { ok: false, wait: attempt.wait }
  if (!(await inOne(db, trx => takeSecondStep(trx, keys, personId, typed)))) return { ok: false, wait: 0 }
  await triedWell(db, attempt)
  return { ok: true }
}
