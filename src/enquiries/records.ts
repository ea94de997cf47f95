import type { Db } from '../database.js'
import { byName } from '../web/words.js'
import { type Saved, textsOfMany } from '../texts/texts.js'
import type { Expertise, LeverageTest, StageMove, SuccessSign } from './tables.js'

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
export async function contextCardsOf(db: Db, enquiryId: string): Promise<CardOfSchool[]> {
  const cards = await db
    .selectFrom('contextCards')
    .innerJoin('schools', 'schools.id', 'contextCards.schoolId')
    .select(['contextCards.id', 'contextCards.schoolId', 'schools.name as school'])
    .select(['contextCards.phase', 'contextCards.roll'])
    .where('enquiryId', '=', enquiryId)
    .execute()
  const texts = await textsOfMany(
    db,
    'context-card',
    cards.map(card => card.id),
  )
  return cards.map(card => ({ ...card, name: card.school, texts: texts[card.id] ?? {} })).sort(byName)
}

/** Who already knows how to do this well. */
export async function expertiseOf(db: Db, enquiryId: string): Promise<(Expertise & { school: string | null })[]> {
  return db
    .selectFrom('expertise')
    .leftJoin('schools', 'schools.id', 'expertise.schoolId')
    .selectAll('expertise')
    .select('schools.name as school')
    .where('enquiryId', '=', enquiryId)
    .orderBy('expertise.addedAt')
    .orderBy('expertise.id')
    .execute()
}

export function leverageOf(db: Db, enquiryId: string): Promise<LeverageTest[]> {
  return db.selectFrom('leverageTests').selectAll().where('enquiryId', '=', enquiryId).execute()
}

export function successSignsOf(db: Db, enquiryId: string): Promise<SuccessSign[]> {
  return db
    .selectFrom('successSigns')
    .selectAll()
    .where('enquiryId', '=', enquiryId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

/** Every move of a cycle between stages, the oldest first, with what was learned or why it went back. */
export function movesOf(db: Db, enquiryId: string): Promise<(StageMove & { name: string })[]> {
  return db
    .selectFrom('stageMoves')
    .innerJoin('people', 'people.id', 'stageMoves.movedBy')
    .selectAll('stageMoves')
    .select('people.name')
    .where('enquiryId', '=', enquiryId)
    .orderBy('movedAt')
    .orderBy('stageMoves.id')
    .execute()
}
