import type { Response } from 'express'
import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { now } from '../../web/now.js'
import type { Person } from '../person.js'
import { idleMinutes, longestHours } from '../sessions.js'

/** Where somebody is signed in. */
export interface OpenSession {
  /** Enough of its hash to say which one; nobody signs in with it. */
  id: string
  browser: string
  since: string
  lastSeen: string
  /** The one that asks. */
  isThis: boolean
}

const lengthOfId = 20

/** Every browser that somebody is signed in with, the one that asks first, then the one that was seen last. */
export async function openSessionsOf(db: Db, res: Response, person: Pick<Person, 'id'>): Promise<OpenSession[]> {
  const rows = await sessionsNowOf(db, person.id)
  return rows
    .map(row => ({
      id: row.tokenHash.slice(0, lengthOfId),
      browser: row.browser ?? 'A browser that does not say what it is',
      since: row.startedAt,
      lastSeen: row.lastSeenAt,
      isThis: row.tokenHash === res.locals.sessionHash,
    }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis))
}

/** @throws NotFound for anybody else's, and for one that has ended */
export async function endOneSession(db: Db, person: Pick<Person, 'id'>, id: string): Promise<void> {
  const one = (await sessionsNowOf(db, person.id)).find(row => row.tokenHash.slice(0, lengthOfId) === id)
  if (!one) throw new NotFound()
  await db.updateTable('sessions').set({ endedAt: now() }).where('tokenHash', '=', one.tokenHash).execute()
}

/** Every browser but this one is signed out. */
export async function endOtherSessions(db: Db, res: Response, personId: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ endedAt: now() })
    .where('personId', '=', personId)
    .where('tokenHash', '!=', res.locals.sessionHash ?? '')
    .where(eb => eb.or([eb('endedAt', 'is', null), eb('endedAt', '>', now())]))
    .execute()
  await db.deleteFrom('begunSignIns').where('personId', '=', personId).execute()
}

/** A token that is about to give way to a newer one of the same visit is not a visit of its own. */
function sessionsNowOf(db: Db, personId: string) {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  return db
    .selectFrom('sessions')
    .select(['tokenHash', 'browser', 'startedAt', 'lastSeenAt'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('lastSeenAt', '>', ago(idleMinutes))
    .where('startedAt', '>', ago(longestHours * 60))
    .orderBy('lastSeenAt', 'desc')
    .execute()
}
