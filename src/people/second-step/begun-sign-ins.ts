import type { Request, Response } from 'express'
import type { Db } from '../../database.js'
import { hashOfToken, newToken } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { cookieNamed, cookieOptions, isHttps, startSession, tell } from '../sessions.js'
import type { BegunSignInTable } from './tables.js'
import { hasSecondStep } from './second-step.js'
import { stepToSetUp } from './who-needs-it.js'

export const secondStepAtDoor = '/sign-in/second-step'
const minutes = 10

/**
 * Somebody has shown a right password, or has just chosen one by a link. Whoever has a second step is asked for it first:
 * until then there is no session, only a sign-in that has begun, known to this browser for ten minutes.
 * @param notice a line for the first page that they open
 * @returns the address to go on to
 */
export async function enter(
  db: Db,
  res: Response,
  personId: string,
  { next, notice }: { next: string; notice?: string },
): Promise<string> {
  if (!(await hasSecondStep(db, personId))) {
    await startSession(db, res, personId, await stepToSetUp(db, personId))
    if (notice) await tell(db, res, notice)
    return next
  }
  const token = newToken()
  const endsAt = new Date(Date.now() + minutes * 60_000).toISOString()
  await db
    .insertInto('begunSignIns')
    .values({ tokenHash: hashOfToken(token), personId, next, notice: notice ?? null, endsAt })
    .execute()
  res.cookie(cookieOfStep(res), token, cookieOptions(res))
  return secondStepAtDoor
}

/** The sign-in that has begun in this browser; undefined when there is none, and when its time is over. */
export async function begunSignIn(db: Db, req: Request, res: Response): Promise<BegunSignInTable | undefined> {
  const token = cookieNamed(req, cookieOfStep(res))
  if (!token) return undefined
  return db
    .selectFrom('begunSignIns')
    .innerJoin('people', 'people.id', 'begunSignIns.personId')
    .selectAll('begunSignIns')
    .where('tokenHash', '=', hashOfToken(token))
    .where('endsAt', '>', now())
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** The second step was right: the session begins. @returns the address to go on to */
export async function finishSignIn(db: Db, res: Response, begun: BegunSignInTable): Promise<string> {
  await db.deleteFrom('begunSignIns').where('tokenHash', '=', begun.tokenHash).execute()
  res.clearCookie(cookieOfStep(res), cookieOptions(res))
  await startSession(db, res, begun.personId)
  if (begun.notice) await tell(db, res, begun.notice)
  return begun.next
}

function cookieOfStep(res: Response): string {
  return isHttps(res) ? '__Host-workbench-step' : 'workbench-step'
}
