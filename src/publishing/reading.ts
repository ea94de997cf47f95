import type { Db } from '../database.js'
import type { Document } from '../documents/document.js'
import { NotFound } from '../errors.js'
import { publishable } from '../evidence/sharing/publishable.js'
import { now } from '../web/now.js'
import { day } from '../words/words.js'
import { citedIn } from '../write-ups/document/citing.js'
import { type Draft, draftOf } from '../write-ups/document/draft.js'
import { withoutPieces } from '../write-ups/document/masking.js'
import { mayReadDraft } from '../write-ups/permissions.js'
import { inProportion, picturesThen } from './editions/pictures-then.js'
import { hiddenCharts, hiddenPictures } from './editions/still-allowed.js'
import { documentOf } from './submitting/submissions.js'
import type { Submission } from './tables.js'
import type { FoundWriteUp } from '../write-ups/write-ups.js'

/**
 * The draft as a whole, with the group's references and names, which are loaded for it.
 * @throws NotFound for those who only read what was submitted
 */
export async function readDraft(
  db: Db,
  writeUp: FoundWriteUp,
): Promise<Pick<Draft, 'document' | 'references' | 'names'>> {
  if (!mayReadDraft(writeUp.enquiry)) throw new NotFound('write-up')
  const draft = await draftOf(db, writeUp)
  const document = { ...draft.document, foot: `Draft, ${day(now())}` }
  return { document, references: draft.references, names: draft.names }
}

/** What was submitted and waits for an answer. Its pieces are hidden as they would be in an edition. @throws NotFound where nothing waits */
export async function submittedToRead(
  db: Db,
  submission: Submission | undefined,
): Promise<{ submission: Submission; document: Document }> {
  if (!submission) throw new NotFound('submitted write-up')
  const frozen = documentOf(submission)
  const then = await picturesThen(db, frozen)
  const gone = await thatMayNotGoOut(db, citedIn(frozen))
  const hidden = {
    pieces: gone,
    files: await hiddenPictures(db, frozen, gone, then),
    charts: await hiddenCharts(db, frozen),
  }
  const masked = inProportion(withoutPieces(frozen, hidden), then)
  const document = { ...masked, foot: `Submitted ${day(submission.submittedAt)}, not published` }
  return { submission, document }
}

async function thatMayNotGoOut(db: Db, ids: string[]): Promise<string[]> {
  const findings = await publishable(db, ids, 'public')
  return [...new Set(findings.map(finding => finding.piece.id))]
}
