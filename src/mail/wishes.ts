import type { Db, Trx } from '../database.js'
import { now } from '../web/now.js'

/** A kind of letter that somebody can do without, with a switch of its own on the page “Letters to me”; each room says its own. */
export interface LetterSort {
  /** Its name in addresses: `answers`. */
  letter: string
  name: string
  holds: string
  /** The heading under which it stands there. */
  of: LetterHeading
}

/** The headings of the page, in their order. */
export const letterHeadings = [
  'The week',
  'My group',
  'Recommendations',
  'Meetings',
  'Visits',
  'Themes and projects',
  'The forum',
  'Looking at ourselves',
  'Dates, money and time',
  'Requests about data',
] as const
export type LetterHeading = (typeof letterHeadings)[number]

interface LetterNotWantedTable {
  personId: string
  letter: string
  saidAt: string
}

declare module '../database.js' {
  interface Tables {
    lettersNotWanted: LetterNotWantedTable
  }
}

/** The letters that somebody does not want. */
export async function lettersNotWantedBy(db: Db, person: { id: string }): Promise<Set<string>> {
  const rows = await db.selectFrom('lettersNotWanted').select('letter').where('personId', '=', person.id).execute()
  return new Set(rows.map(row => row.letter))
}

/** Those of these people who want letters of this kind. */
export async function whoWants<Somebody extends { id: string }>(
  db: Db,
  letter: string,
  people: Somebody[],
): Promise<Somebody[]> {
  if (people.length === 0) return []
  const rows = await db
    .selectFrom('lettersNotWanted')
    .select('personId')
    .where('letter', '=', letter)
    .where(
      'personId',
      'in',
      people.map(one => one.id),
    )
    .execute()
  return people.filter(one => !rows.some(row => row.personId === one.id))
}

/** From now on somebody gets these letters and none of the others. */
export async function wantLetters(
  trx: Trx,
  person: { id: string },
  wanted: string[],
  sorts: LetterSort[],
): Promise<void> {
  await trx.deleteFrom('lettersNotWanted').where('personId', '=', person.id).execute()
  const not = sorts.map(one => one.letter).filter(letter => !wanted.includes(letter))
  if (not.length === 0) return
  await trx
    .insertInto('lettersNotWanted')
    .values(not.map(letter => ({ personId: person.id, letter, saidAt: now() })))
    .execute()
}

/** One press: no more letters of this kind. */
export async function stopLetters(db: Db, person: { id: string }, letter: string): Promise<void> {
  await db
    .insertInto('lettersNotWanted')
    .values({ personId: person.id, letter, saidAt: now() })
    .onConflict(c => c.columns(['personId', 'letter']).doNothing())
    .execute()
}
