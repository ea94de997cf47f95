import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import type { QuestionPart } from './tables.js'
import { type ThingKind, things } from './things.js'

/** A part with the enquiry whose question it belongs to. */
export interface FoundPart extends QuestionPart {
  enquiry: Enquiry
}

/** @throws NotFound unless the person may read the question */
export async function findPart(db: Db, person: Reader, id: string): Promise<FoundPart> {
  const row = await db.selectFrom('questionParts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('part of a question')
  const enquiry = await findEnquiryById(db, person, row.enquiryId)
  return { ...enquiry.names.read(row), enquiry }
}

/** The parts of a cycle's question, in the group's order. */
export async function partsOf(db: Db, { id, names }: Pick<Enquiry, 'id' | 'names'>): Promise<QuestionPart[]> {
  return names.read(await partsIn(db, { enquiryId: id }))
}

const partsIn = asksWith((db, { enquiryId }: Slots<{ enquiryId: string }>) =>
  db
    .selectFrom('questionParts')
    .selectAll()
    .where('enquiryId', '=', enquiryId)
    .where('removedAt', 'is', null)
    .orderBy('place')
    .orderBy('madeAt'),
)

/** The ids of what is said to answer these parts, of one kind: part → things. */
export async function tiesOf(db: Db, kind: ThingKind, partIds: string[]): Promise<Map<string, Set<string>>> {
  const ties = new Map(partIds.map(id => [id, new Set<string>()]))
  if (partIds.length === 0) return ties
  const rows = await db
    .selectFrom(things[kind].table as 'questionPartClaims')
    .select(['partId', 'thingId'])
    .where('partId', 'in', partIds)
    .execute()
  for (const { partId, thingId } of rows) ties.get(partId)!.add(thingId)
  return ties
}
