import type { Db } from '../database.js'
import { type Question, type Values, wordsOnce } from './in-the-same-words.js'

/**
 * Something that is told of what a first question finds. Where it finds nothing there is nothing to tell, and nothing else is
 * asked.
 */
export interface Telling<Known, Said> {
  /** Left out where it is told from what is known already. */
  asks?: Question<Known, unknown>
  says: (rows: never[], known: Known) => Said[] | Promise<Said[]>
}

/** The same, as it is said: what is told of is what the question finds. */
export interface TellingOf<Known, Row, Said> extends Telling<Known, Said> {
  asks?: Question<Known, Row>
  says: (rows: Row[], known: Known) => Said[] | Promise<Said[]>
}

/**
 * What each of them says, in their order. Most find nothing most of the time: so the database is asked once which of them find
 * anything, and only these are asked for it.
 */
export async function toldByEach<Known extends { db: Db }, Said>(
  tellings: Telling<Known, Said>[],
  known: Known,
): Promise<Said[][]> {
  const finding = await whichFind(
    tellings.flatMap(one => one.asks ?? []),
    known,
  )
  const told: Said[][] = []
  for (const { asks, says } of tellings) {
    const values = asks && finding.get(asks)
    const rows = values ? await asks.ask(known.db, values) : []
    told.push(asks && rows.length === 0 ? [] : await says(rows as never[], known))
  }
  return told
}

/**
 * SQLite keeps whatever a part of a statement opened until the whole of it is over, and looks through all of that whenever it opens
 * something else: eighty at once take many times as long as these do three times.
 */
const mostInOne = 28

type Asked<Known> = Question<Known, unknown>
type Found = Record<string, unknown>

/** Those that are asked together, in the words in which they were asked together first. */
const together = new Map<string, (db: Db, values: Values[]) => Promise<Found[]>>()

/** @returns the questions that find anything, with what they are asked with */
async function whichFind<Known extends { db: Db }>(
  questions: Asked<Known>[],
  known: Known,
): Promise<Map<Asked<Known>, Values>> {
  const finding = new Map<Asked<Known>, Values>()
  for (let from = 0; from < questions.length; from += mostInOne) {
    const some = questions.slice(from, from + mostInOne)
    const values = await Promise.all(some.map(one => one.values(known)))
    const [found] = await asksWhich(some)(known.db, values)
    for (const [place, one] of some.entries()) if (found![`k${place}`]) finding.set(one, values[place]!)
  }
  return finding
}

function asksWhich<Known>(questions: Asked<Known>[]): (db: Db, values: Values[]) => Promise<Found[]> {
  const names = questions.map(one => one.name).join(' ')
  const known = together.get(names)
  if (known) return known
  const asks = wordsOnce<Found>(`together-${together.size}`, (db, slots) =>
    db.selectNoFrom(eb =>
      questions.map((one, place) => eb.exists(one.words(db, slots[place]!).clearOrderBy()).as(`k${place}`)),
    ),
  )
  together.set(names, asks)
  return asks
}
