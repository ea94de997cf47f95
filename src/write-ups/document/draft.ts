import { chosenPseudonyms } from '../../pseudonyms/choosing.js'
import type { Pseudonym } from '../../names/tables.js'
import { chosenBy } from '../../names/names.js'
import { atOneMoment, type Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { referencesOf } from '../../knowledge/references/references.js'
import { namedIn } from '../authors/authors.js'
import { recordsToDraw } from './charts-in-write-up.js'
import { piecesChosen } from './choosing-pieces.js'
import { piecesToCite } from './citing.js'
import { documentOfDraft, type DraftRecords } from './document-of.js'
import { worksOf } from './referring.js'
import { type FoundWriteUp, isTold, partsOf } from '../write-ups.js'

/** The draft of a write-up: what it is made of, and the document that it is now; loaded once, and handed on. */
export interface Draft extends DraftRecords {
  document: Document
  /** What the group has decided about names. */
  decided: Pseudonym[]
}

export function draftOf(db: Db, writeUp: FoundWriteUp): Promise<Draft> {
  return atOneMoment(db, reading => draftAt(reading, writeUp))
}

async function draftAt(db: Db, writeUp: FoundWriteUp): Promise<Draft> {
  const names = await chosenBy(db, writeUp.groupId)
  const parts = await partsOf(db, writeUp)
  const references = await referencesOf(db, writeUp.groupId)
  const records = {
    writeUp,
    parts,
    pieces: await piecesToCite(db, writeUp.groupId, names, writeUp.enquiryId),
    names,
    references,
    works: await worksOf(db, writeUp, parts.filter(isTold), references),
    named: await namedIn(db, writeUp, writeUp.enquiry),
    toDraw: await recordsToDraw(db, writeUp.enquiry, names),
    chosen: await piecesChosen(db, writeUp),
  }
  const decided = await chosenPseudonyms(db, writeUp.groupId)
  return { ...records, decided, document: await documentOfDraft(records) }
}
