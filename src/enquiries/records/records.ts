import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { byName } from '../../words/words.js'
import { type Saved, textsOfMany } from '../../texts/texts.js'
import type { Enquiry } from '../enquiry.js'
import type { Expertise, LeverageTest, StageMove, SuccessSign } from '../tables.js'
import type { Removable } from './recording.js'

/** What a group recorded in its stages: read by the stage pages, the needs and the write-up. */

export interface CardOfSchool {
  id: string
  schoolId: string
  school: string
  phase: string
  roll: number | null
  /** By field, see cardFields. */
  texts: Record<string, Saved>
}

/** The context cards of a cycle, by the name of the school. */
export async function contextCardsOf(db: Db, { id, names }: Enquiry): Promise<CardOfSchool[]> {
  const cards = await db
    .selectFrom('contextCards')
    .innerJoin('schools', 'schools.id', 'contextCards.schoolId')
    .select(['contextCards.id', 'contextCards.schoolId', 'schools.name as school'])
    .select(['contextCards.phase', 'contextCards.roll'])
    .where('enquiryId', '=', id)
    .execute()
  const texts = await textsOfMany(
    db,
    'context-card',
    cards.map(card => card.id),
  )
  return cards
    .map(card => ({ ...card, name: card.school, texts: texts[card.id] ?? {} }))
    .sort(byName)
    .map(card => ({ ...names.read(card), school: names.school({ id: card.schoolId, name: card.school }) }))
}

/** Who already knows how to do this well. */
export async function expertiseOf(db: Db, { id, names }: Enquiry): Promise<(Expertise & { school: string | null })[]> {
  const rows = await db
    .selectFrom('expertise')
    .leftJoin('schools', 'schools.id', 'expertise.schoolId')
    .selectAll('expertise')
    .select('schools.name as school')
    .where('enquiryId', '=', id)
    .orderBy('expertise.addedAt')
    .orderBy('expertise.id')
    .execute()
  return names.read(rows)
}

export async function leverageOf(db: Db, { id, names }: Enquiry): Promise<LeverageTest[]> {
  return names.read(await db.selectFrom('leverageTests').selectAll().where('enquiryId', '=', id).execute())
}

export async function successSignsOf(db: Db, { id, names }: Enquiry): Promise<SuccessSign[]> {
  const rows = await db
    .selectFrom('successSigns')
    .selectAll()
    .where('enquiryId', '=', id)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return names.read(rows)
}

/** Every move of a cycle between stages, the oldest first, with what was learned or why it went back. */
export async function movesOf(db: Db, { id, names }: Enquiry): Promise<(StageMove & { name: string })[]> {
  const rows = await db
    .selectFrom('stageMoves')
    .innerJoin('people', 'people.id', 'stageMoves.movedBy')
    .selectAll('stageMoves')
    .select('people.name')
    .where('enquiryId', '=', id)
    .orderBy('movedAt')
    .orderBy('stageMoves.id')
    .execute()
  return names.read(rows)
}

/** What of a stage's records may be taken out again, in the words of whoever wrote it. @throws NotFound */
export async function findRemovable(db: Db, enquiry: Enquiry, what: Removable, id: string): Promise<string> {
  const words =
    what === 'expertise'
      ? (await expertiseOf(db, enquiry)).find(one => one.id === id)?.who
      : (await successSignsOf(db, enquiry)).find(one => one.id === id)?.sign
  if (words === undefined) throw new NotFound('record')
  return words
}
