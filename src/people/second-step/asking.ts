import type { Request } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { takePasskey } from '../passkeys/asking-passkeys.js'
import { beginTry, holdSignInBack, triedWell, waitInWords } from '../signing-in/slowing-down.js'
import type { StepTyped } from './forms.js'
import { takeSecondStep } from './second-step.js'
import { wrongStep } from './wrong-step.js'

/** What is wrong with a step, beside which field, and the seconds to wait where there were too many tries. */
export type StepAsked = { ok: true } | { ok: false; field: keyof StepTyped; mistake: string; wait: number }

/**
 * Asks for the second step as slowly as for a password. It is asked only after a right password, so that tries from everywhere
 * count as from one place: no stranger keeps an owner out by it, and nobody gets further by changing their address.
 */
export async function askForSecondStep(
  house: Pick<House, 'db' | 'keys' | 'baseUrl'>,
  req: Request,
  personId: string,
  typed: StepTyped,
): Promise<StepAsked> {
  const field = typed.passkey ? 'passkey' : typed.code ? 'code' : 'recovery'
  const place = `second step of ${personId}`
  const attempt = await inOne(house.db, trx => beginTry(trx, place, place))
  await holdSignInBack(attempt)
  if (attempt.wait > 0) return { ok: false, field, mistake: waitInWords(attempt.wait), wait: attempt.wait }
  if (field === 'passkey') {
    const answered = await takePasskey(house, req, typed.passkey, 'second step')
    if (!answered.ok || answered.personId !== personId)
      return { ok: false, field, mistake: answered.ok ? wrongStep('passkey') : answered.sentence, wait: 0 }
  } else if (!(await inOne(house.db, trx => takeSecondStep(trx, house.keys, personId, typed))))
    return { ok: false, field, mistake: wrongStep(field), wait: 0 }
  await triedWell(house.db, attempt)
  return { ok: true }
}
