import type { Db } from '../database.js'
import type { FactRow } from './tables.js'

const longest = 3_600_000

/** The pauses grow: 2 seconds, 8, 32, and so on, an hour at most. */
export function pauseAfter(tries: number): number {
  return Math.min(2000 * 4 ** (tries - 1), longest)
}

/** A follower that failed tries again later, however often. */
export async function postpone(db: Db, factId: string, follower: string): Promise<void> {
  const before = await db
    .selectFrom('factRetries')
    .select('tries')
    .where('factId', '=', factId)
    .where('follower', '=', follower)
    .executeTakeFirst()
  const tries = (before?.tries ?? 0) + 1
  const nextAt = new Date(Date.now() + pauseAfter(tries)).toISOString()
  await db
    .insertInto('factRetries')
    .values({ factId, follower, tries, nextAt })
    .onConflict(c => c.columns(['factId', 'follower']).doUpdateSet({ tries, nextAt }))
    .execute()
}

export async function noLongerPostponed(db: Db, factId: string, follower: string): Promise<void> {
  await db.deleteFrom('factRetries').where('factId', '=', factId).where('follower', '=', follower).execute()
}

/** What may be tried again now, the oldest fact first; also what seems further away than any pause, since the clock was set back. */
export async function dueRetries(db: Db): Promise<(FactRow & { follower: string })[]> {
  const after = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
  return db
    .selectFrom('factRetries')
    .innerJoin('facts', 'facts.id', 'factRetries.factId')
    .selectAll('facts')
    .select('factRetries.follower')
    .where(eb => eb.or([eb('factRetries.nextAt', '<=', after(0)), eb('factRetries.nextAt', '>', after(longest))]))
    .orderBy('facts.number')
    .limit(100)
    .execute()
}
