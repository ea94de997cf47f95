import type { Db } from '../database.js'
import type { FactBook } from '../facts/kinds.js'
import { kindsInHistory, saysOf } from '../facts/telling.js'

/** A line of the history as a page shows it: "Nia Prŷs {did}", and why. */
export interface HistoryLine {
  id: string
  at: string
  personId: string | null
  name: string
  did: string
  because: string | null
  aboutKind: string
  aboutId: string
}

/** What happened in the group last, the newest first. */
export async function latestIn(db: Db, book: FactBook, groupId: string, most: number): Promise<HistoryLine[]> {
  return inSentences(book, await linesOf(db, book, groupId).limit(most).execute())
}

/** The whole history of a group, the newest first: facts, and beside them the lines from before facts were. */
export function linesOf(db: Db, book: FactBook, groupId: string) {
  return db
    .selectFrom(linesIn(db, book, [groupId]).as('lines'))
    .leftJoin('people', 'people.id', 'lines.personId')
    .selectAll('lines')
    .select(eb => eb.fn.coalesce('people.name', eb.val('Somebody who has left')).as('name'))
    .orderBy('lines.at', 'desc')
    .orderBy('lines.number', 'desc')
    .orderBy('lines.id', 'desc')
}

/** What stands in the histories of these groups, in no order. A line from before facts were has its sentence in `did`. */
export function linesIn(db: Db, book: FactBook, groupIds: string[]) {
  return db
    .selectFrom('history')
    .select(['history.groupId', 'history.id', 'history.at', 'history.personId', 'history.because'])
    .select(['history.aboutKind', 'history.aboutId', 'history.did'])
    .select(eb => [eb.val<number>(0).as('number'), eb.val('').as('kind'), eb.val('{}').as('details')])
    .where('history.groupId', 'in', groupIds)
    .unionAll(
      db
        .selectFrom('facts')
        .select(['facts.groupId', 'facts.id', 'facts.at', 'facts.personId', 'facts.because'])
        .select(eb => [
          eb.fn.coalesce('facts.aboutKind', eb.val('')).as('aboutKind'),
          eb.fn.coalesce('facts.aboutId', eb.val('')).as('aboutId'),
          eb.val('').as('did'),
        ])
        .select(['facts.number', 'facts.kind', 'facts.details'])
        .where('facts.groupId', 'in', groupIds)
        .where('facts.kind', 'in', kindsInHistory(book)),
    )
}

/** Puts into words what the facts among them say. */
export function inSentences<Line extends { did: string; kind: string; details: string }>(
  book: FactBook,
  lines: Line[],
): Line[] {
  return lines.map(line => (line.kind === '' ? line : { ...line, did: saysOf(book, line) }))
}
