import type { Request, Response } from 'express'
import type { Db } from '../../database.js'
import { signedIn } from '../../web/signed-in.js'
import { whereFrom } from '../../web/where-from.js'
import { isOwnPassword } from './signing-in.js'
import { waitInWords } from './slowing-down.js'

const minutesFresh = 10

/** What somebody is asked before something about their sign-in changes. */
export interface Asking {
  /** They have a password, which is asked once more; whoever has none has come in a moment ago, or comes in anew. */
  password: boolean
  fresh: boolean
}

export async function whatIsAsked(db: Db, res: Response): Promise<Asking> {
  const { id } = signedIn(res)
  const row = await db.selectFrom('people').select('passwordHash').where('id', '=', id).executeTakeFirst()
  return { password: Boolean(row?.passwordHash), fresh: isFresh(res) }
}

/**
 * Whether it is really the person whose account this is who changes how they sign in: they know their password. Whoever has none
 * must have come in within the last ten minutes.
 * @returns what is wrong, in a sentence, with the status of the answer set; null where nothing is
 */
export async function whyNotReallyThem(
  db: Db,
  req: Request,
  res: Response,
  password: string,
  { fresh, password: has }: Asking,
): Promise<string | null> {
  if (!has) {
    if (fresh) return null
    res.status(422)
    return comeInAnew
  }
  if (!password) {
    res.status(422)
    return 'Enter your password'
  }
  const asking = await isOwnPassword(db, signedIn(res), password, whereFrom(req))
  if (asking.ok) return null
  if (asking.wait === 0) {
    res.status(422)
    return 'That is not your password'
  }
  res.status(429).set('Retry-After', String(asking.wait))
  return waitInWords(asking.wait)
}

export const comeInAnew = `You have no password, so this is open only in the first ${minutesFresh} minutes after you came in. Sign out, sign in again, and come straight back here`

function isFresh(res: Response): boolean {
  const at = res.locals.cameIn?.at
  return at !== undefined && Date.now() - Date.parse(at) < minutesFresh * 60_000
}
