import type { Request, Response } from 'express'
import type { Db } from '../../database.js'
import { carryOutFor } from '../../grave-acts/carrying-out.js'
import { stopAsNotNeeded } from '../../grave-acts/grave-acts.js'
import { hashOfToken, newToken } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { cookieNamed, cookieOptions, isHttps, startSession, tell } from '../sessions.js'
import type { CameBy } from '../tables.js'
import type { BegunSignIn } from './tables.js'
import { secondStepOff } from './asking-to-take-off.js'
import { hasSecondStep } from './second-step.js'
import { stepToSetUp } from './who-needs-it.js'

export const secondStepAtDoor = '/sign-in/second-step'
const minutes = 10

/** How somebody has come so far. */
interface Entering {
  next: string
  /** A line for the first page that they open. */
  notice?: string
  cameBy: CameBy
  /** Whoever let them in asks for a second step itself, so that ours is neither asked nor set up. */
  askedElsewhere?: boolean
}

/**
 * Somebody has shown a right password, has just chosen one by a link, or comes from an issuer of accounts. Whoever has a second
 * step is asked for it first: until then there is no session, only a sign-in that has begun, known to this browser for ten
 * minutes.
 * @returns the address to go on to
 */
export async function enter(
  db: Db,
  res: Response,
  personId: string,
  { next, notice, cameBy, askedElsewhere = false }: Entering,
): Promise<string> {
  await carryOutFor(db, secondStepOff, personId)
  if (askedElsewhere || !(await hasSecondStep(db, personId))) {
    const secondStep = askedElsewhere ? null : await stepToSetUp(db, personId)
    await startSession(db, res, personId, { secondStep, cameBy })
    if (notice) await tell(db, res, notice)
    return next
  }
  const token = newToken()
  const endsAt = new Date(Date.now() + minutes * 60_000).toISOString()
  await db
    .insertInto('begunSignIns')
    .values({ tokenHash: hashOfToken(token), personId, next, notice: notice ?? null, endsAt, cameBy })
    .execute()
  res.cookie(cookieOfStep(res), token, cookieOptions(res))
  return secondStepAtDoor
}

/** The sign-in that has begun in this browser; undefined when there is none, and when its time is over. */
export async function begunSignIn(db: Db, req: Request, res: Response): Promise<BegunSignIn | undefined> {
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
export async function finishSignIn(db: Db, res: Response, begun: BegunSignIn): Promise<string> {
  await db.deleteFrom('begunSignIns').where('tokenHash', '=', begun.tokenHash).execute()
  res.clearCookie(cookieOfStep(res), cookieOptions(res))
  await startSession(db, res, begun.personId, { cameBy: begun.cameBy })
  // Whoever shows it has not lost it: what was asked in its place is stopped.
  const stopped = await stopAsNotNeeded(db, secondStepOff, begun.personId)
  if (stopped) await tell(db, res, notNeeded)
  else if (begun.notice) await tell(db, res, begun.notice)
  return begun.next
}

const notNeeded =
  'Somebody had asked to take off your second step. You have just shown it, so that is stopped. If you did not ask for it, tell the person who looks after the workbench.'

function cookieOfStep(res: Response): string {
  return isHttps(res) ? '__Host-workbench-step' : 'workbench-step'
}
