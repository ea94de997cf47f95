import type { Db } from '../database.js'
import { editionsOf } from './editions/editions.js'
import type { EditionShown, SubmissionShown } from './pages.js'
import { gapsIn } from './editions/still-allowed.js'
import { isOpen, submissionsOf } from './submitting/submissions.js'
import type { Edition, Submission } from './tables.js'
import { addressOf, type FoundWriteUp } from '../write-ups/write-ups.js'
import { publishableOf } from './finding.js'

/** How far a write-up is: what waits for an answer, how the last submission was answered, and what is published. */
export interface Progress {
  waiting: SubmissionShown | null
  /** The newest submission, where it was returned and nothing was submitted or published since. */
  last: SubmissionShown | null
  editions: EditionShown[]
  /** The newest edition that is not withdrawn. */
  newest: Edition | undefined
  /** How many pieces the newest edition had to lose. */
  gaps: number
}

export async function progressOf(db: Db, writeUp: FoundWriteUp): Promise<Progress> {
  const of = publishableOf(writeUp)
  const submissions = await submissionsOf(db, of)
  const open = submissions.find(isOpen)
  const last = submissions[0]?.returnedAt ? submissions[0] : undefined
  const editions = await editionsOf(db, of)
  return {
    waiting: open ? await submissionShown(db, writeUp, open) : null,
    last: last ? await submissionShown(db, writeUp, last) : null,
    editions: editions.map(editionShown),
    newest: editions.find(edition => !edition.withdrawnAt),
    gaps: await gapsIn(db, editions),
  }
}

export async function submissionShown(db: Db, writeUp: FoundWriteUp, submission: Submission): Promise<SubmissionShown> {
  const { id, submittedAt, reason, returnedAt, returnedBecause } = submission
  const { submittedBy, returnedBy } = await whoActed(db, submission)
  return {
    id,
    address: `${addressOf(writeUp)}/submission`,
    submittedAt,
    submittedBy,
    reason,
    ...(returnedAt && {
      returned: { at: returnedAt, by: returnedBy, because: returnedBecause ?? '' },
    }),
  }
}

/** By name, who submitted it and who returned it. */
async function whoActed(db: Db, { id }: Submission): Promise<{ submittedBy: string; returnedBy: string }> {
  const row = await db
    .selectFrom('submissions')
    .leftJoin('people as submitter', 'submitter.id', 'submissions.submittedBy')
    .leftJoin('people as answerer', 'answerer.id', 'submissions.returnedBy')
    .select(['submitter.name as submittedBy', 'answerer.name as returnedBy'])
    .where('submissions.id', '=', id)
    .executeTakeFirst()
  const left = 'Somebody who has left'
  return { submittedBy: row?.submittedBy ?? left, returnedBy: row?.returnedBy ?? left }
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
