import type { Db } from '../database.js'
import { editionsOf } from './editions.js'
import type { EditionShown, SubmissionShown } from './pages.js'
import { editionsWithGaps } from './still-allowed.js'
import { openSubmission, submissionsOf } from './submissions.js'
import type { Edition, Submission } from './tables.js'
import { type FoundWriteUp, publishableOf } from './write-ups.js'

/** How far a write-up is: what waits for an answer, how the last submission was answered, and what is published. */
export interface StandingNow {
  waiting: SubmissionShown | null
  /** The newest submission, where it was returned and nothing was submitted or published since. */
  last: SubmissionShown | null
  editions: EditionShown[]
  /** How many pieces the newest edition had to lose. */
  gaps: number
}

export async function standingNow(db: Db, writeUp: FoundWriteUp): Promise<StandingNow> {
  const of = publishableOf(writeUp)
  const open = await openSubmission(db, of)
  const [newest] = await submissionsOf(db, of)
  const [gapped] = await editionsWithGaps(db, of)
  return {
    waiting: open ? await submissionShown(db, writeUp, open) : null,
    last: newest?.returnedAt ? await submissionShown(db, writeUp, newest) : null,
    editions: (await editionsOf(db, of)).map(editionShown),
    gaps: gapped?.gaps ?? 0,
  }
}

export async function submissionShown(db: Db, writeUp: FoundWriteUp, submission: Submission): Promise<SubmissionShown> {
  const { id, submittedAt, reason, returnedAt, returnedBecause } = submission
  const shown = {
    id,
    address: `/write-ups/${writeUp.id}/submission`,
    submittedAt,
    submittedBy: await nameOf(db, submission.submittedBy),
    reason,
  }
  if (!returnedAt) return shown
  return {
    ...shown,
    returned: { at: returnedAt, by: await nameOf(db, submission.returnedBy), because: returnedBecause ?? '' },
  }
}

export function editionShown({
  number,
  slug,
  publishedAt,
  reason,
  withdrawnAt,
  withdrawnBecause,
}: Edition): EditionShown {
  return {
    number,
    address: `/published/write-ups/${slug}?edition=${number}`,
    publishedAt,
    reason,
    ...(withdrawnAt && { withdrawn: { at: withdrawnAt, because: withdrawnBecause ?? '' } }),
  }
}

export async function nameOf(db: Db, personId: string | null): Promise<string> {
  const row = personId
    ? await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
    : undefined
  return row?.name ?? 'Somebody who has left'
}
