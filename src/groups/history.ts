import { sql } from 'kysely'
import type { Db } from '../database.js'
import { asksWith, type ListOrSlot, type Slots, type ValueOrSlot } from '../database/in-the-same-words.js'
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
export async function latestIn(db: Db, book: FactBook, groupId: string): Promise<HistoryLine[]> {
  return inSentences(book, await newestOf(db, { groupId, kinds: kindsInHistory(book) }))
}

const mostLately = 5

const newestOf = asksWith((db, { groupId, kinds }: Slots<{ groupId: string; kinds: string[] }>) =>
  db
    .selectFrom(newestLinesIn(db, kinds, [groupId], mostLately).as('lines'))
    .leftJoin('people', 'people.id', 'lines.personId')
    .selectAll('lines')
    .select(nameOfDoer)
    .orderBy('lines.at', 'desc')
    .orderBy('lines.number', 'desc')
    .orderBy('lines.id', 'desc')
    .limit(mostLately),
)

/** The whole history of a group, the newest first: facts, and beside them the lines from before facts were. */
export function linesOf(db: Db, book: FactBook, groupId: string) {
  return db
    .selectFrom(linesIn(db, book, groupId).as('lines'))
    .leftJoin('people', 'people.id', 'lines.personId')
    .selectAll('lines')
    .select(nameOfDoer)
    .orderBy('lines.at', 'desc')
    .orderBy('lines.number', 'desc')
    .orderBy('lines.id', 'desc')
}

/** Whoever did it; by nobody, it is the workbench that did what the network decided. */
const nameOfDoer = sql<string>`case when lines.person_id is null then 'The workbench'
  else coalesce(people.name, 'Somebody who has left') end`.as('name')

/** What stands in the history of a group, in no order. A line from before facts were has its sentence in `did`. */
export function linesIn(db: Db, book: FactBook, groupId: string) {
  return fromBefore(db, groupId).unionAll(fromFacts(db, kindsInHistory(book), groupId))
}

/**
 * The newest lines in the histories of these groups, at least so many of each where there are, in no order: of each history only
 * the end is read, however long it is.
 * @param kinds those that history tells of
 */
export function newestLinesIn(db: Db, kinds: ListOrSlot, groupIds: ValueOrSlot[], most: number) {
  const [first, ...others] = groupIds.flatMap(id => {
    const before = fromBefore(db, id).orderBy('history.at', 'desc').orderBy('history.id', 'desc')
    const facts = fromFacts(db, kinds, id).orderBy('facts.at', 'desc').orderBy('facts.number', 'desc')
    return [
      db.selectFrom(before.limit(most).as('newest')).selectAll(),
      db.selectFrom(facts.limit(most).as('newest')).selectAll(),
    ]
  })
  return others.reduce((all, one) => all.unionAll(one), first!)
}

function fromBefore(db: Db, groupId: ValueOrSlot) {
  return db
    .selectFrom('history')
    .select(['history.groupId', 'history.id', 'history.at', 'history.personId', 'history.because'])
    .select(['history.aboutKind', 'history.aboutId', 'history.did'])
    .select(eb => [eb.val<number>(0).as('number'), eb.val('').as('kind'), eb.val('{}').as('details')])
    .where('history.groupId', '=', groupId)
}

function fromFacts(db: Db, kinds: ListOrSlot, groupId: ValueOrSlot) {
  return db
    .selectFrom('facts')
    .select(['facts.groupId', 'facts.id', 'facts.at', 'facts.personId', 'facts.because'])
    .select(eb => [
      eb.fn.coalesce('facts.aboutKind', eb.val('')).as('aboutKind'),
      eb.fn.coalesce('facts.aboutId', eb.val('')).as('aboutId'),
      eb.val('').as('did'),
    ])
    .select(['facts.number', 'facts.kind', 'facts.details'])
    .where('facts.groupId', '=', groupId)
    .where('facts.kind', 'in', kinds)
}

/** Puts into words what the facts among them say. */
export function inSentences<Line extends { did: string; kind: string; details: string }>(
  book: FactBook,
  lines: Line[],
): Line[] {
  return lines.map(line => (line.kind === '' ? line : { ...line, did: saysOf(book, line) }))
}
