import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { Enquiry } from '../enquiry.js'
import { aboutEnquiry } from '../records/recording.js'
import type { Comment } from '../tables.js'

/**
 * Whoever said it has what they wanted, or the lead learner sees that it is done. A challenge to the group is not put
 * aside by the group: before it is answered only its author settles it.
 */
export function maySettle(person: Person, enquiry: Enquiry, comment: Comment): boolean {
  if (enquiry.closedAt !== null) return false
  return (
    comment.madeBy === person.id ||
    (enquiry.standing.lead && (comment.kind === 'comment' || comment.answeredAt !== null))
  )
}

/** Folds it away: it waits for nobody any more, and can be opened again. */
export async function settleComment(trx: Trx, enquiry: Enquiry, person: Person, comment: Comment): Promise<void> {
  if (comment.settledAt !== null) return
  await setSettled(trx, comment, { settledAt: now(), settledBy: person.id })
  const about = aboutEnquiry(enquiry, 'comment', comment.id)
  await record(trx, { kind: 'comment settled', by: person, ...about, what: comment.kind })
}

export async function openCommentAgain(trx: Trx, enquiry: Enquiry, person: Person, comment: Comment): Promise<void> {
  if (comment.settledAt === null) return
  await setSettled(trx, comment, { settledAt: null, settledBy: null })
  const about = aboutEnquiry(enquiry, 'comment', comment.id)
  await record(trx, { kind: 'comment opened again', by: person, ...about, what: comment.kind })
}

async function setSettled(
  trx: Trx,
  { id }: Comment,
  settled: { settledAt: string | null; settledBy: string | null },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('comments')
    .set(settled)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('It was taken back meanwhile.')
}
