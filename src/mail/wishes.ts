import type { Db, Trx } from '../database.js'
import { now } from '../web/now.js'

/** Letters that somebody can do without, each with a switch of its own on the page “Letters to me”. */
export const letterKinds = [
  {
    letter: 'weekly',
    name: 'The weekly letter',
    holds: 'What waits for you, what is new in your networks, and the dates of the coming days. Once a week at most.',
  },
  {
    letter: 'answers',
    name: 'Somebody answers what I asked in the forum',
    holds: 'One letter when the first answer is there. Further answers stand in the weekly letter.',
  },
  {
    letter: 'dates',
    name: 'A date of the forum changes that I said I would come to',
    holds: 'When it is moved or called off, or when a place has come free for you.',
  },
] as const

export type LetterKind = (typeof letterKinds)[number]['letter']

export const letterKindKeys = letterKinds.map(one => one.letter) as [LetterKind, ...LetterKind[]]

interface LetterNotWantedTable {
  personId: string
  letter: LetterKind
  saidAt: string
}

declare module '../database.js' {
  interface Tables {
    lettersNotWanted: LetterNotWantedTable
  }
}

/** The letters that somebody does not want. */
export async function lettersNotWantedBy(db: Db, person: { id: string }): Promise<Set<LetterKind>> {
  const rows = await db.selectFrom('lettersNotWanted').select('letter').where('personId', '=', person.id).execute()
  return new Set(rows.map(row => row.letter))
}

/** Those of these people who want letters of this kind. */
export async function whoWants<Somebody extends { id: string }>(
  db: Db,
  letter: LetterKind,
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
export async function wantLetters(trx: Trx, person: { id: string }, wanted: LetterKind[]): Promise<void> {
  await trx.deleteFrom('lettersNotWanted').where('personId', '=', person.id).execute()
  const not = letterKindKeys.filter(letter => !wanted.includes(letter))
  if (not.length === 0) return
  await trx
    .insertInto('lettersNotWanted')
    .values(not.map(letter => ({ personId: person.id, letter, saidAt: now() })))
    .execute()
}
