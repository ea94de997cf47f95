import type { ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { now } from '../../web/now.js'
import { dayAndTime } from '../../words/words.js'
import type { Person } from '../person.js'
import { forgetOpenLinks } from './resetting-password.js'

/** A link to a new password that somebody else had made, as its owner reads of it. */
export interface ResetLinkMade {
  text: string
  seen: boolean
  /** A password can still be chosen with it. */
  open: boolean
}

/** Links that others had made for this person in the last three months, the newest first. */
export async function resetLinksMadeFor(db: Db, person: Person): Promise<ResetLinkMade[]> {
  const rows = await linksMadeFor(db, person.id).execute()
  return rows.map(row => ({
    text: madeInWords(row),
    seen: row.seenAt !== null,
    open: row.usedAt === null && row.expiresAt > now(),
  }))
}

/** The same, to be asked further. */
export function linksMadeFor(db: Db, personId: ValueOrSlot) {
  return db
    .selectFrom('passwordResets')
    .innerJoin('people', 'people.id', 'passwordResets.madeBy')
    .select(['people.name', 'passwordResets.askedAt', 'passwordResets.followedAt', 'passwordResets.seenAt'])
    .select(['passwordResets.usedAt', 'passwordResets.expiresAt'])
    .where('passwordResets.personId', '=', personId)
    .orderBy('passwordResets.askedAt', 'desc')
}

/** Its owner has read of every one. */
export async function sawResetLinks(db: Db, person: Person): Promise<void> {
  await db
    .updateTable('passwordResets')
    .set({ seenAt: now() })
    .where('personId', '=', person.id)
    .where('seenAt', 'is', null)
    .execute()
}

/** Its owner did not want it: nobody can choose a password with it any more. */
export async function stopResetLinks(trx: Trx, person: Person): Promise<void> {
  await forgetOpenLinks(trx, person.id)
  await record(trx, { kind: 'reset link stopped', by: person, aboutKind: 'person', aboutId: person.id })
}

export function madeInWords(one: { name: string; askedAt: string; followedAt: string | null }): string {
  const used = one.followedAt
    ? `A password was chosen with it on ${dayAndTime(one.followedAt)}.`
    : 'It has not been used.'
  return `${one.name} made a link to a new password for you on ${dayAndTime(one.askedAt)}. ${used}`
}
