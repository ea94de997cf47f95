import type { Request, RequestHandler, Response } from 'express'
import type { Db } from '../database.js'
import { hashOfToken, newToken } from '../web/new-id.js'
import { personById } from './people.js'
import type { Person } from './person.js'

export const idleMinutes = 20
export const longestHours = 10

/** A session that has gone quiet still tells whose words these are, so that a form posted too late can be kept. */
declare module 'express-serve-static-core' {
  interface Locals {
    sessionHash?: string
    lapsedPersonId?: string
  }
}

/** Starts a session and hands its cookie to the browser; only the token's hash is stored. */
export async function startSession(db: Db, res: Response, personId: string): Promise<void> {
  await endSession(db, res)
  const token = newToken()
  const at = new Date().toISOString()
  await db
    .insertInto('sessions')
    .values({ tokenHash: hashOfToken(token), personId, startedAt: at, lastSeenAt: at, endedAt: null, notice: null })
    .execute()
  res.cookie(cookieName(res), token, cookieOptions(res))
}

/** Signs this browser out. */
export async function endSession(db: Db, res: Response): Promise<void> {
  if (res.locals.sessionHash) {
    await db
      .updateTable('sessions')
      .set({ endedAt: new Date().toISOString() })
      .where('tokenHash', '=', res.locals.sessionHash)
      .execute()
  }
  res.clearCookie(cookieName(res), cookieOptions(res))
}

/** Ends every session of a person: a new password, a changed right, a disabled account. */
export async function endSessionsOf(db: Db, personId: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ endedAt: new Date().toISOString() })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}

/** A line to show on the next page this person opens. */
export async function tell(db: Db, res: Response, notice: string): Promise<void> {
  if (!res.locals.sessionHash) return
  await db.updateTable('sessions').set({ notice }).where('tokenHash', '=', res.locals.sessionHash).execute()
}

/** Finds out who is asking. Membership is read anew at every request, so that losing it acts on the next one. */
export function recogniseSession(db: Db): RequestHandler {
  return async (req, res, next) => {
    const token = cookieOf(req, cookieName(res))
    if (token) await recognise(db, res, hashOfToken(token))
    if (res.locals.person) res.set('Cache-Control', 'no-store')
    next()
  }
}

async function recognise(db: Db, res: Response, tokenHash: string): Promise<void> {
  const session = await db.selectFrom('sessions').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
  if (!session || session.endedAt) return
  const seen = Date.now() - Date.parse(session.lastSeenAt)
  const age = Date.now() - Date.parse(session.startedAt)
  if (seen > idleMinutes * 60_000 || age > longestHours * 3_600_000) {
    res.locals.lapsedPersonId = session.personId
    return
  }
  const person: Person | undefined = await personById(db, session.personId)
  if (!person) return
  res.locals.person = person
  res.locals.sessionHash = tokenHash
  if (session.notice && res.req.method === 'GET' && res.req.accepts('html')) {
    res.locals.notice = session.notice
    await db.updateTable('sessions').set({ notice: null }).where('tokenHash', '=', tokenHash).execute()
  }
  // Written at most every half minute: the idle time is minutes long, and every page would be a write otherwise.
  if (seen > 30_000) {
    await db
      .updateTable('sessions')
      .set({ lastSeenAt: new Date().toISOString() })
      .where('tokenHash', '=', tokenHash)
      .execute()
  }
}

function isHttps(res: Response): boolean {
  return String(res.app.locals.baseUrl).startsWith('https:')
}

export function cookieName(res: Response): string {
  return isHttps(res) ? '__Host-workbench' : 'workbench'
}

function cookieOptions(res: Response) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(res) } as const
}

function cookieOf(req: Request, name: string): string | undefined {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return undefined
}
