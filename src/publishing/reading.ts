import type { Reader } from '../names/reader.js'
import type { Db } from '../database.js'
import type { Document } from '../documents/document.js'
import { NotFound } from '../errors.js'
import { evidenceVisibleTo } from '../evidence/evidence.js'
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
 * The draft as this person may see it. Facilitators were invited to read the group's words, not its evidence: what was
 * not shared with them gives way to a sentence.
 * @throws NotFound for those who only read what was submitted
 */
export async function draftToRead(db: Db, person: Reader, writeUp: FoundWriteUp): Promise<Document> {
  return (await readDraft(db, person, writeUp)).document
}

/** The same, with the group's references and names, which are loaded for it. */
export async function readDraft(
  db: Db,
  person: Reader,
  writeUp: FoundWriteUp,
): Promise<Pick<Draft, 'document' | 'references' | 'names'>> {
  if (!mayReadDraft(writeUp.enquiry)) throw new NotFound('write-up')
  const draft = await draftOf(db, writeUp)
  const document = { ...draft.document, foot: `Draft, ${day(now())}` }
  const read = writeUp.enquiry.standing.member ? document : await asFarAsSharedWith(db, person, document)
  return { document: read, references: draft.references, names: draft.names }
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

async function asFarAsSharedWith(db: Db, person: Reader, document: Document): Promise<Document> {
  const cited = citedIn(document)
  if (cited.length === 0) return document
  const rows = await evidenceVisibleTo(db, person).select('evidence.id').where('evidence.id', 'in', cited).execute()
  const visible = new Set(rows.map(row => row.id))
  const pieces = cited.filter(id => !visible.has(id))
  const files = await hiddenPictures(db, document, pieces, await picturesThen(db, document))
  return withoutPieces(document, { pieces, files }, 'Not shared with you by the group.')
}

async function thatMayNotGoOut(db: Db, ids: string[]): Promise<string[]> {
  const findings = await publishable(db, ids, 'public')
  return [...new Set(findings.map(finding => finding.piece.id))]
}
