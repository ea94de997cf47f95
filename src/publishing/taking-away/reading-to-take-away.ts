import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { chosenBy } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { mayReadDraft } from '../../write-ups/permissions.js'
import { findDraftOrSubmitted, type WriteUpOnItsWay } from '../finding.js'
import { slugOutside } from '../publishing.js'
import { readDraft, submittedToRead } from '../reading.js'

/** A document that is taken away, and what its file is called, without an ending. */
export interface ToTakeAway {
  document: Document
  name: string
}

/** What may be read of a write-up by somebody who takes it away: the draft, or what waits for an answer. */
export async function readToTakeAway(db: Db, writeUp: WriteUpOnItsWay): Promise<ToTakeAway> {
  if (mayReadDraft(writeUp.enquiry)) {
    const { document, names } = await readDraft(db, writeUp)
    return { document, name: `${slugOutside(writeUp, names)}-draft` }
  }
  const { document } = await submittedToRead(db, writeUp.submission)
  return { document, name: `${slugOutside(writeUp, await chosenBy(db, writeUp.groupId))}-submitted` }
}

/** The same for a write-up that is found by its id. @throws NotFound */
export async function findToTakeAway(
  db: Db,
  person: Reader,
  id: string,
): Promise<ToTakeAway & { writeUp: WriteUpOnItsWay }> {
  const writeUp = await findDraftOrSubmitted(db, person, id)
  return { writeUp, ...(await readToTakeAway(db, writeUp)) }
}
