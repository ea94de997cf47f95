import type { Reader } from '../names/reader.js'
import type { Db } from '../database.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import { NotFound } from '../errors.js'
import { type Saved, blank, textsOfMany } from '../texts/texts.js'
import { mayReadDraft } from './permissions.js'
import { openSubmission, type Publishable } from './submissions.js'
import type { WriteUp, WriteUpPart } from './tables.js'

/** A write-up with the enquiry it tells of, as the person who asked stands towards it. */
export interface FoundWriteUp extends WriteUp {
  enquiry: Enquiry
}

/** A part with its words as they stand now. */
export interface PartWithText extends WriteUpPart {
  text: Saved
  /** Somebody has changed what the workbench composed. */
  edited: boolean
}

/** The kind of text that a part's words are saved as, and their field. */
export const partText = { kind: 'write-up-part', field: 'text' }

/** The write-up of a cycle, for somebody who has found the cycle; undefined before it is begun. */
export function writeUpOf(db: Db, enquiry: { id: string }): Promise<WriteUp | undefined> {
  return db.selectFrom('writeUps').selectAll().where('enquiryId', '=', enquiry.id).executeTakeFirst()
}

/**
 * The write-up for those who may read its draft, and while it waits for an answer for everybody who stands in some
 * relation to the group.
 * @throws NotFound for everybody else
 */
export async function findWriteUp(db: Db, person: Reader, id: string): Promise<FoundWriteUp> {
  const writeUp = await db.selectFrom('writeUps').selectAll().where('id', '=', id).executeTakeFirst()
  if (!writeUp) throw new NotFound('write-up')
  const enquiry = await findEnquiryById(db, person, writeUp.enquiryId).catch(() => {
    throw new NotFound('write-up')
  })
  if (!mayReadDraft(enquiry) && !(await openSubmission(db, publishableOf({ ...writeUp, enquiry }))))
    throw new NotFound('write-up')
  return { ...writeUp, enquiry }
}

/** A part of a write-up, for those who may read the draft. @throws NotFound */
export async function findPart(
  db: Db,
  person: Reader,
  id: string,
): Promise<{ part: PartWithText; writeUp: FoundWriteUp }> {
  const row = await db.selectFrom('writeUpParts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('part of a write-up')
  const writeUp = await findWriteUp(db, person, row.writeUpId)
  if (!writeUp.enquiry.standing.member) throw new NotFound('part of a write-up')
  const [part] = await withTexts(db, [row])
  return { part: part!, writeUp }
}

/** Every part in its order, those left out among them. */
export async function partsOf(db: Db, writeUp: Pick<WriteUp, 'id'>): Promise<PartWithText[]> {
  const rows = await db
    .selectFrom('writeUpParts')
    .selectAll()
    .where('writeUpId', '=', writeUp.id)
    .orderBy('position')
    .execute()
  return withTexts(db, rows)
}

async function withTexts(db: Db, parts: WriteUpPart[]): Promise<PartWithText[]> {
  const texts = await textsOfMany(
    db,
    partText.kind,
    parts.map(part => part.id),
  )
  return parts.map(part => {
    const text = texts[part.id]?.[partText.field] ?? blank
    return { ...part, text, edited: text.body.trim() !== part.composed.trim() }
  })
}

/** What is submitted and published of it. */
export function publishableOf(writeUp: FoundWriteUp): Publishable {
  return { ofKind: 'write-up', ofId: writeUp.id, networkId: writeUp.enquiry.networkId, groupId: writeUp.groupId }
}

/** How a fact knows a write-up. */
export function aboutWriteUp(writeUp: FoundWriteUp) {
  const { id, groupId, enquiry } = writeUp
  return { networkId: enquiry.networkId, groupId, aboutKind: 'write-up', aboutId: id }
}

/** The page of a write-up, in the cycle that it tells of. */
export function writeUpAddress(enquiry: Enquiry, ending = ''): string {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  return `/groups/${enquiry.groupId}/write-up${ending}${cycle}`
}

/** The page on which a part is written. */
export function partAddress(part: { id: string }): string {
  return `/write-up-parts/${part.id}`
}
