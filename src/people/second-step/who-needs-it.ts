import type { Db } from '../../database.js'
import { now } from '../../web/now.js'
import { needsSecondStep } from '../permissions.js'
import type { Person } from '../person.js'
import { personById } from '../people.js'
import { askedByNetworkAt } from './networks-that-ask.js'
import { hasSecondStep } from './second-step.js'

const daysToPutOff = 14

/**
 * Whether somebody who has come in is led to the second step: those whose role reaches far, and everybody in a network that
 * asks it of all, as long as they have none. The first time is written down.
 */
export async function stepToSetUp(db: Db, personId: string): Promise<'to set up' | null> {
  const person = await personById(db, personId)
  if (!person || (await hasSecondStep(db, personId))) return null
  if (!needsSecondStep(person) && (await askedByNetworkAt(db, person)) === null) return null
  await db
    .insertInto('secondStepsAsked')
    .values({ personId, askedAt: now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return 'to set up'
}

/** Why a second step is asked of somebody, in a sentence; null where it is their own wish. */
export async function whyAsked(db: Db, person: Person): Promise<string | null> {
  if (needsSecondStep(person)) return 'Your role reaches far here, so it asks for a second step.'
  return (await askedByNetworkAt(db, person)) === null ? null : 'Your network asks everybody for a second step.'
}

/**
 * The day and hour until which it can be put off: 14 days from the first time, and not less than 14 from the day on which a
 * network began to ask it of everybody; null for whoever was never led to it.
 */
export async function putOffUntil(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('secondStepsAsked')
    .select('askedAt')
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  const person = await personById(db, personId)
  const byNetwork = person && !needsSecondStep(person) ? await askedByNetworkAt(db, person) : null
  const since = byNetwork !== null && byNetwork > row.askedAt ? byNetwork : row.askedAt
  return new Date(Date.parse(since) + daysToPutOff * 86_400_000).toISOString()
}

/** @returns whether it could still be put off: this visit is not asked again, the next one is */
export async function putOff(db: Db, personId: string, sessionHash: string): Promise<boolean> {
  const until = await putOffUntil(db, personId)
  if (until === null || until <= now()) return false
  await db.updateTable('sessions').set({ secondStep: null }).where('tokenHash', '=', sessionHash).execute()
  return true
}
