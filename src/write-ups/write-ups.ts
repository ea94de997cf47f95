import type { PictureAddress } from '../documents/blocks-to-html.js'
import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { unread } from '../names/names.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { blank, isWritten, type TextAsWritten, textsOfMany } from '../texts/texts.js'
import { mayReadDraft } from './permissions.js'
import type { WriteUp, WriteUpPart } from './tables.js'

/** A write-up with the enquiry it tells of, as the person who asked stands towards it. */
export interface FoundWriteUp extends WriteUp {
  enquiry: Enquiry
}

/** A part with its words as they stand now. */
export interface PartWithText extends WriteUpPart {
  text: TextAsWritten
  /** Somebody has changed what the workbench composed. */
  edited: boolean
}

/** The kind of text that a part's words are saved as, and their field. */
export const partText = { kind: 'write-up-part', field: 'text' }

/** The write-up of a cycle, for somebody who has found the cycle; undefined before it is begun. */
export async function writeUpOf(db: Db, enquiry: { id: string }): Promise<WriteUp | undefined> {
  const [found] = await writeUpsOf(db, { enquiryId: enquiry.id })
  return found
}

const writeUpsOf = asksWith((db, { enquiryId }: Slots<{ enquiryId: string }>) =>
  db.selectFrom('writeUps').selectAll().where('enquiryId', '=', enquiryId),
)

/** The write-up for those who may read its draft. @throws NotFound for everybody else */
export async function findWriteUp(db: Db, person: Reader, id: string): Promise<FoundWriteUp> {
  const writeUp = await findWriteUpInEnquiry(db, person, id)
  if (!mayReadDraft(writeUp.enquiry)) throw new NotFound('write-up')
  return writeUp
}

/**
 * That there is a write-up, for somebody who has found its cycle; what of it they may read is still to be asked.
 * @throws NotFound
 */
export async function findWriteUpInEnquiry(db: Db, person: Reader, id: string): Promise<FoundWriteUp> {
  const writeUp = await db.selectFrom('writeUps').selectAll().where('id', '=', id).executeTakeFirst()
  if (!writeUp) throw new NotFound('write-up')
  const enquiry = await findEnquiryById(db, person, writeUp.enquiryId).catch(() => {
    throw new NotFound('write-up')
  })
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

/** Whether a part is read by anybody: it is taken in, and says something. */
export function isTold(part: PartWithText): boolean {
  return part.leftOutAt === null && isWritten(part.text)
}

export async function partIdsOf(db: Db, writeUp: Pick<WriteUp, 'id'>): Promise<string[]> {
  const rows = await db.selectFrom('writeUpParts').select('id').where('writeUpId', '=', writeUp.id).execute()
  return rows.map(row => row.id)
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
    return { ...part, text, edited: unread(text.body).trim() !== part.composed.trim() }
  })
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

/** Behind this stands what can be done with a write-up. */
export function addressOf(writeUp: { id: string }): string {
  return `/write-ups/${writeUp.id}`
}

/** Where the pictures of a write-up can be fetched. */
export function pictureAddressOf(writeUp: { id: string }): PictureAddress {
  return (id, size = 'small') => `${addressOf(writeUp)}/files/${id}?size=${size}`
}

/** The page on which a part is written. */
export function partAddress(part: { id: string }): string {
  return `/write-up-parts/${part.id}`
}
