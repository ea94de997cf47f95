import type { Request, Response } from 'express'
import type { Db, Trx } from '../../database.js'
import type { House } from '../../house.js'
import { hashOfToken, newToken } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { cookieNamed, cookieOptions, isHttps } from '../sessions.js'
import { type Bound, newBound } from './asking-the-issuer.js'
import type { Issuer, IssuerArrival } from './tables.js'

const minutes = 10

/** Where an issuer sends people back: from BASE_URL alone, and an address of its own for each issuer. */
export function backFrom({ id }: Pick<Issuer, 'id'>, baseUrl: string): string {
  return `${baseUrl}/sign-in/with/${id}/back`
}

/** Somebody goes to an issuer: what must come back with them is kept here, for ten minutes, for this browser alone. */
export async function goTo(
  { db, keys }: Pick<House, 'db' | 'keys'>,
  req: Request,
  res: Response,
  issuer: Issuer,
  next: string,
): Promise<Bound> {
  const bound = newBound()
  const token = cookieNamed(req, cookieOfGoing(res)) ?? newToken()
  const { state, ...kept } = bound
  const stateHash = hashOfToken(state)
  await db
    .insertInto('issuerSignIns')
    .values({
      stateHash,
      browserHash: hashOfToken(token),
      issuerId: issuer.id,
      sealed: keys.seal(boundTo(stateHash), JSON.stringify({ ...kept, next })),
      endsAt: inMinutes(),
    })
    .execute()
  res.cookie(cookieOfGoing(res), token, cookieOptions(res))
  return bound
}

/**
 * Somebody comes back. Whatever is right is used up with it.
 * @param state as it stands in the address at which they came
 * @returns undefined for another browser, another issuer, a second time, and after ten minutes
 */
export async function comeBack(
  trx: Trx,
  keys: House['keys'],
  req: Request,
  issuer: Issuer,
  state: string,
): Promise<(Bound & { next: string }) | undefined> {
  const token = cookieNamed(req, cookieOfGoing(req.res!))
  if (!token || !state) return undefined
  const stateHash = hashOfToken(state)
  const row = await trx
    .selectFrom('issuerSignIns')
    .select('sealed')
    .where('stateHash', '=', stateHash)
    .where('browserHash', '=', hashOfToken(token))
    .where('issuerId', '=', issuer.id)
    .where('endsAt', '>', now())
    .executeTakeFirst()
  if (!row) return undefined
  const used = await trx.deleteFrom('issuerSignIns').where('stateHash', '=', stateHash).executeTakeFirst()
  const kept = keys.unseal(boundTo(stateHash), row.sealed)
  if (used.numDeletedRows !== 1n || kept === null) return undefined
  return { ...(JSON.parse(kept) as Omit<Bound, 'state'> & { next: string }), state }
}

/** Who has come, and is joined to nobody here: kept for ten minutes, for this browser alone. */
export async function keepArrival(
  db: Db,
  res: Response,
  issuer: Issuer,
  who: { subject: string; email: string; name: string },
  next: string,
): Promise<void> {
  const token = newToken()
  const { subject, email, name } = who
  await db
    .insertInto('issuerArrivals')
    .values({
      tokenHash: hashOfToken(token),
      issuerId: issuer.id,
      ...{ subject, email, name, next },
      arrivedAt: new Date().toISOString(),
      endsAt: inMinutes(),
    })
    .execute()
  res.cookie(cookieOfArrival(res), token, cookieOptions(res))
}

/** An arrival, with what its issuer is called. */
export type Arrival = IssuerArrival & { issuer: string }

/** Who has come back from an issuer in this browser; undefined when nobody has, and when the ten minutes are over. */
export function arrivalIn(db: Db, req: Request, res: Response): Promise<Arrival | undefined> {
  const token = cookieNamed(req, cookieOfArrival(res))
  if (!token) return Promise.resolve(undefined)
  return db
    .selectFrom('issuerArrivals')
    .innerJoin('issuers', 'issuers.id', 'issuerArrivals.issuerId')
    .selectAll('issuerArrivals')
    .select('issuers.name as issuer')
    .where('issuerArrivals.tokenHash', '=', hashOfToken(token))
    .where('issuerArrivals.endsAt', '>', now())
    .where('issuers.onSince', 'is not', null)
    .executeTakeFirst()
}

/** It works once. @returns whether it was still there */
export async function useArrival(trx: Trx, arrival: Pick<IssuerArrival, 'tokenHash'>): Promise<boolean> {
  const used = await trx
    .deleteFrom('issuerArrivals')
    .where('tokenHash', '=', arrival.tokenHash)
    .where('endsAt', '>', now())
    .executeTakeFirst()
  return used.numDeletedRows === 1n
}

export function forgetArrival(res: Response): void {
  res.clearCookie(cookieOfArrival(res), cookieOptions(res))
}

function cookieOfGoing(res: Response): string {
  return isHttps(res) ? '__Host-workbench-going' : 'workbench-going'
}

function cookieOfArrival(res: Response): string {
  return isHttps(res) ? '__Host-workbench-arrival' : 'workbench-arrival'
}

function inMinutes(): string {
  return new Date(Date.now() + minutes * 60_000).toISOString()
}

function boundTo(stateHash: string): string {
  return `sign-in at an issuer ${stateHash}`
}
