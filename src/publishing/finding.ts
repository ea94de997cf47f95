import type { Db } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { mayReadDraft } from '../write-ups/permissions.js'
import { findWriteUpInEnquiry, type FoundWriteUp } from '../write-ups/write-ups.js'
import { mayAnswerSubmission } from './permissions.js'
import { answeredMeanwhile } from './submitting/answered-meanwhile.js'
import { openSubmission, type Publishable } from './submitting/submissions.js'
import type { Submission } from './tables.js'

/** A write-up with what waits for an answer. */
export interface WriteUpOnItsWay extends FoundWriteUp {
  submission: Submission | undefined
}

/**
 * The write-up for those who may read its draft, and while it waits for an answer for everybody who stands in some
 * relation to the group.
 * @throws Conflict for those who may answer it, once it is answered
 * @throws NotFound for everybody else
 */
export async function findDraftOrSubmitted(db: Db, person: Reader, id: string): Promise<WriteUpOnItsWay> {
  const writeUp = await findWriteUpInEnquiry(db, person, id)
  const submission = await openSubmission(db, publishableOf(writeUp))
  if (!mayReadDraft(writeUp.enquiry) && !submission) {
    const answered =
      mayAnswerSubmission(writeUp.enquiry) && (await answeredMeanwhile(db, person, publishableOf(writeUp)))
    throw answered || new NotFound('write-up')
  }
  return { ...writeUp, submission }
}

/** The same with what waits, for somebody who means to answer it. @throws Conflict when nothing waits any more */
export async function findSubmitted(
  db: Db,
  person: Reader,
  id: string,
): Promise<{ writeUp: WriteUpOnItsWay; submission: Submission }> {
  const writeUp = await findDraftOrSubmitted(db, person, id)
  const { submission } = writeUp
  if (!submission)
    throw (
      (await answeredMeanwhile(db, person, publishableOf(writeUp))) ??
      new Conflict('Nothing waits for an answer any more. Open the write-up to see how it stands.')
    )
  return { writeUp, submission }
}

/** What is submitted and published of a write-up. */
export function publishableOf(writeUp: FoundWriteUp): Publishable {
  return { ofKind: 'write-up', ofId: writeUp.id, networkId: writeUp.enquiry.networkId, groupId: writeUp.groupId }
}
