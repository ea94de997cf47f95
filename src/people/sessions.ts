import type { Request, RequestHandler, Response } from 'express'
import { type Db, inOne } from '../database.js'
import { saysFull } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { hashOfToken, newToken as freshToken } from '../web/new-id.js'
import { sessionWithReader } from './people.js'
import { browserInWords } from './signing-in/browser-in-words.js'
import type { CameBy, Session } from './tables.js'

export const idleMinutes = 20
export const longestHours = 10
const secondsOfOldToken = 60

/** A session that has gone quiet still tells whose words these are, so that a form posted too late can be kept. */
declare module 'express-serve-static-core' {
  interface Locals {
    sessionHash?: string
    /** The person is led to the second step before any other page. */
    secondStepWaits?: boolean
    /** When they came in, and by what. */
    cameIn?: { at: string; by: CameBy | null }
    lapsedPersonId?: string
  }
}

/**
 * Starts a session and hands its cookie to the browser; only the token's hash is stored.
 * @param how whether its person is led to the second step, and what they came in by
 */
export async function startSession(
  db: Db,
  res: Response,
  personId: string,
  { secondStep = null, cameBy = null }: { secondStep?: Session['secondStep']; cameBy?: CameBy | null } = {},
): Promise<void> {
  await stopSession(db, res)
  const browser = browserInWords(res.req.get('user-agent') ?? '')
  const startedAt = new Date().toISOString()
  hand(res, await newToken(db, { personId, startedAt, notice: null, rights: null, browser, secondStep, cameBy }))
}

/** Signs this browser out. */
export async function endSession(db: Db, res: Response): Promise<void> {
  await stopSession(db, res)
  res.clearCookie(cookieName(res), cookieOptions(res))
}

/**
 * What a browser forgets at sign-out: everything, unless its page has seen to it that only sealed captures are left,
 * which nobody can open without the key that we keep (src/captures/letter-box.ts).
 */
export function whatToClear(req: Request): string {
  const { keep } = (req.body ?? {}) as Record<string, unknown>
  return keep === 'sealed' ? '"cache", "cookies"' : '"cache", "cookies", "storage"'
}

/** Ends every session of a person: a new password, a disabled account, a wish to be signed out everywhere. */
export async function endSessionsOf(db: Db, personId: string): Promise<void> {
  const at = new Date().toISOString()
  await db
    .updateTable('sessions')
    .set({ endedAt: at })
    .where('personId', '=', personId)
    .where(eb => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>', at)]))
    .execute()
  // Somebody who has got as far as the password begins anew too.
  await db.deleteFrom('begunSignIns').where('personId', '=', personId).execute()
}

/** Somebody said that they are still here. */
export async function extendSession(db: Db, res: Response): Promise<void> {
  if (res.locals.sessionHash) await wasSeen(db, res.locals.sessionHash)
}

/**
 * A line to show on the next page this person opens. What could not be done, and has not been read yet, stays: what a page
 * saves next by itself does not cover it.
 * @param tone `waiting` where not all of it could be done: that never looks like what is done
 */
export async function tell(
  db: Db,
  res: Response,
  notice: string,
  noticeTone: 'done' | 'waiting' = 'done',
): Promise<void> {
  if (!res.locals.sessionHash) return
  await db
    .updateTable('sessions')
    .set({ notice, noticeTone })
    .where('tokenHash', '=', res.locals.sessionHash)
    .$if(noticeTone === 'done', query =>
      query.where(eb => eb.or([eb('notice', 'is', null), eb('noticeTone', '!=', 'waiting')])),
    )
    .execute()
}

/** Finds out who is asking. Membership is read anew at every request, so that losing it acts on the next one. */
export function recogniseSession(db: Db): RequestHandler {
  return async (req, res, next) => {
    const token = tokenOf(req, res)
    if (token) await recognise(db, res, hashOfToken(token))
    if (res.locals.person) res.set('Cache-Control', 'no-store')
    next()
  }
}

async function recognise(db: Db, res: Response, tokenHash: string): Promise<void> {
  const found = await sessionWithReader(db, tokenHash)
  if (!found) return
  const { session, reader: person } = found
  if (session.endedAt && session.endedAt <= new Date().toISOString()) return
  const seen = Date.now() - Date.parse(session.lastSeenAt)
  const age = Date.now() - Date.parse(session.startedAt)
  if (seen > idleMinutes * 60_000 || age > longestHours * 3_600_000) {
    res.locals.lapsedPersonId = session.personId
    return
  }
  if (!person) return
  res.locals.person = person
  res.locals.sessionHash = tokenHash
  res.locals.secondStepWaits = session.secondStep !== null
  res.locals.cameIn = { at: session.startedAt, by: session.cameBy }
  const isPage = res.req.method === 'GET' && Boolean(res.req.accepts('html'))
  if (session.notice && isPage) {
    res.locals.notice = session.notice
    res.locals.noticeTone = session.noticeTone
    await ifThereIsRoom(db.updateTable('sessions').set({ notice: null }).where('tokenHash', '=', tokenHash).execute())
  }
  // Written at most every half minute: the idle time is minutes long, and every page would be a write otherwise.
  // A page that asks for news by itself says so, and keeps nobody signed in.
  if (seen > 30_000 && res.req.get('X-By-Itself') !== 'yes') await ifThereIsRoom(wasSeen(db, tokenHash))
  if (isPage && !session.endedAt) await ifThereIsRoom(renewWhenRightsChanged(db, res, session, rightsOf(person)))
}

/** What is noted beside reading a page is left undone on a full disk: whoever is signed in still reads. */
async function ifThereIsRoom(noting: Promise<unknown>): Promise<void> {
  await noting.catch((error: unknown) => {
    if (!saysFull(error)) throw error
  })
}

/**
 * A new right or a lost one gives the browser a new token. The old one is good for a moment longer, because a browser
 * asks for several things at once and knows only one of them by its new name.
 */
async function renewWhenRightsChanged(db: Db, res: Response, session: Session, rights: string): Promise<void> {
  const { tokenHash } = session
  if (session.rights === rights) return
  if (session.rights === null) {
    await db.updateTable('sessions').set({ rights }).where('tokenHash', '=', tokenHash).execute()
    return
  }
  const soon = new Date(Date.now() + secondsOfOldToken * 1000).toISOString()
  const token = await inOne(db, async trx => {
    const { numUpdatedRows } = await trx
      .updateTable('sessions')
      .set({ endedAt: soon })
      .where('tokenHash', '=', tokenHash)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? newToken(trx, { ...session, notice: null, rights }) : null
  })
  if (token) hand(res, token)
}

function rightsOf(person: Reader): string {
  const held = [
    person.isAdministrator ? 'administrator' : '',
    ...person.roles.map(role => `${role.id} ${role.role}`),
    ...person.groups.map(one => `${one.id} ${one.role} ${one.until}`),
  ]
  return hashOfToken(held.sort().join('\n')).slice(0, 32)
}

async function newToken(
  db: Db,
  session: Pick<Session, 'personId' | 'startedAt' | 'notice' | 'rights' | 'browser' | 'secondStep' | 'cameBy'>,
): Promise<string> {
  const token = freshToken()
  const { personId, startedAt, notice, rights, browser, secondStep, cameBy } = session
  const tokenHash = hashOfToken(token)
  const lastSeenAt = new Date().toISOString()
  await db
    .insertInto('sessions')
    .values({ tokenHash, personId, startedAt, lastSeenAt, endedAt: null, notice, rights, browser, secondStep, cameBy })
    .execute()
  return token
}

/** Only once it is written: a token that the database does not know signs its browser out. */
function hand(res: Response, token: string): void {
  res.locals.sessionHash = hashOfToken(token)
  res.cookie(cookieName(res), token, cookieOptions(res))
}

async function stopSession(db: Db, res: Response): Promise<void> {
  if (!res.locals.sessionHash) return
  await db
    .updateTable('sessions')
    .set({ endedAt: new Date().toISOString() })
    .where('tokenHash', '=', res.locals.sessionHash)
    .execute()
}

async function wasSeen(db: Db, tokenHash: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ lastSeenAt: new Date().toISOString() })
    .where('tokenHash', '=', tokenHash)
    .execute()
}

export function isHttps(res: Response): boolean {
  return String(res.app.locals.baseUrl).startsWith('https:')
}

export function cookieName(res: Response): string {
  return isHttps(res) ? '__Host-workbench' : 'workbench'
}

export function cookieOptions(res: Response) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(res) } as const
}

/** The secret that this browser holds, and nobody else. */
export function tokenOf(req: Request, res: Response): string | undefined {
  return cookieNamed(req, cookieName(res))
}

export function cookieNamed(req: Request, name: string): string | undefined {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return undefined
}
