import type { Db, Trx } from '../../database.js'
import { unread } from '../../names/names.js'
import { newId } from '../../web/new-id.js'

/** Challenges that wait for an answer, by what they were put to. */
export async function openChallenges(db: Db, aboutKind: string, aboutIds: string[]) {
  if (aboutIds.length === 0) return []
  const open = await db
    .selectFrom('comments')
    .selectAll()
    .where('aboutKind', '=', aboutKind)
    .where('aboutId', 'in', aboutIds)
    .where('kind', '=', 'challenge')
    .where('answeredAt', 'is', null)
    .where('settledAt', 'is', null)
    .where('removedAt', 'is', null)
    .execute()
  return unread(open)
}

/** A challenge that nobody has answered asks the same of the thing that takes the place of this one. */
export async function carryChallenges(trx: Trx, aboutKind: string, from: string, to: string): Promise<void> {
  const open = await openChallenges(trx, aboutKind, [from])
  if (open.length === 0) return
  await trx
    .insertInto('comments')
    .values(open.map(comment => ({ ...comment, id: newId(), aboutId: to, carriedFrom: comment.id })))
    .execute()
}
