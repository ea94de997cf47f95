import type { Request, Response } from 'express'
import type { Db, Trx } from '../../database.js'
import { hashOfToken, newToken } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { cookieNamed, cookieOptions, isHttps } from '../sessions.js'
import type { AskedFor } from './tables.js'

const minutes = 5

/**
 * A question that a passkey is to answer: once, within five minutes, in this browser, for this purpose.
 * @param personId whose passkey it must be; null where it says itself whose it is
 * @returns the question, as bytes in letters
 */
export async function ask(
  db: Db,
  req: Request,
  res: Response,
  askedFor: AskedFor,
  personId: string | null,
): Promise<string> {
  const token = cookieNamed(req, cookieOfQuestion(res)) ?? newToken()
  const challenge = newToken()
  const endsAt = new Date(Date.now() + minutes * 60_000).toISOString()
  const row = { challengeHash: hashOfToken(challenge), browserHash: hashOfToken(token), askedFor, personId, endsAt }
  await db.insertInto('passkeyQuestions').values(row).execute()
  res.cookie(cookieOfQuestion(res), token, cookieOptions(res))
  return challenge
}

/** Whatever was asked is used up by the first answer to it. @returns undefined where it was not asked, here and for this */
export async function takeQuestion(
  trx: Trx,
  req: Request,
  challenge: string,
  askedFor: AskedFor,
): Promise<{ personId: string | null } | undefined> {
  const token = cookieNamed(req, cookieOfQuestion(req.res!))
  if (!token) return undefined
  const challengeHash = hashOfToken(challenge)
  const row = await trx
    .selectFrom('passkeyQuestions')
    .select('personId')
    .where('challengeHash', '=', challengeHash)
    .where('browserHash', '=', hashOfToken(token))
    .where('askedFor', '=', askedFor)
    .where('endsAt', '>', now())
    .executeTakeFirst()
  const used = await trx.deleteFrom('passkeyQuestions').where('challengeHash', '=', challengeHash).executeTakeFirst()
  return used.numDeletedRows === 1n ? row : undefined
}

function cookieOfQuestion(res: Response): string {
  return isHttps(res) ? '__Host-workbench-passkey' : 'workbench-passkey'
}
