import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { SearchEntry } from '../tables.js'
import { endOfDay, numberAt } from '../words/numbers.js'
import '../tables.js'
import type { FullText, Wanted } from './index-door.js'
import { numberFor } from './what-is-kept.js'
import type { WordIndex } from './word-index.js'

/** What the index holds at a number; of one that was taken out nothing but the number. */
type Matched = SearchEntry | { number: number; kind: null; record: null }

interface Range {
  from: number | null
  to: number | null
  before: number | null
}

/** The entries of the index, under numbers that grow with their days; their words are kept by an engine. */
export function fullTextBy(words: WordIndex): FullText {
  const number = sql.ref(words.number)

  /** "Join from the match": the other way round, SQLite would match anew for each row. */
  async function matching(db: Db, match: string, { from, to, before }: Range, most: number): Promise<Matched[]> {
    const below = Math.min(to ?? Number.MAX_SAFE_INTEGER, before === null ? Number.MAX_SAFE_INTEGER : before - 1)
    const { rows } = await sql<Matched>`select found.number, entries.kind, entries.record from
      (select ${number} as number from search_words where ${words.answers(match)}
        and ${number} >= ${from ?? Number.MIN_SAFE_INTEGER} and ${number} <= ${below} order by ${number} desc limit ${most}) as found
      left join search_entries as entries on entries.number = found.number order by found.number desc`.execute(db)
    return rows
  }

  return {
    isMade: words.isMade,
    make: words.make,

    async drop(db) {
      await sql`drop table if exists search_words`.execute(db)
      for (const table of ['searchEntries', 'searchGone'] as const) await db.deleteFrom(table).execute()
    },

    async put(trx, kind, entry) {
      await this.takeOut(trx, kind, [entry.record])
      const own = await numberFor(trx, entry.day)
      await trx.insertInto('searchEntries').values({ number: own, kind, record: entry.record }).execute()
      await words.keep(trx, own, kind, entry)
    },

    async takeOut(trx, kind, records) {
      const theirs = trx.selectFrom('searchEntries').where('kind', '=', kind).where('record', 'in', records)
      await trx.insertInto('searchGone').columns(['number']).expression(theirs.select('number')).execute()
      await trx.deleteFrom('searchEntries').where('kind', '=', kind).where('record', 'in', records).execute()
    },

    async clear(trx, most) {
      const rows = await trx.selectFrom('searchGone').select('number').limit(most).execute()
      for (const gone of rows) {
        await sql`delete from search_words where ${number} = ${gone.number}`.execute(trx)
        await trx.deleteFrom('searchGone').where('number', '=', gone.number).execute()
      }
      return rows.length > 0
    },

    async newest(db, wanted, after, most) {
      const found = await matching(db, words.matchFor(wanted), { ...rangeOf(wanted), before: after }, most)
      return { entries: found.filter(isThere), next: found.length < most ? null : found.at(-1)!.number }
    },

    /** In the title, in a row and as it was typed counts for more than a root; of equals the newer comes first. */
    async closest(db, wanted, among) {
      const { terms } = wanted.question
      const range = { ...rangeOf(wanted), before: null }
      const found = (await matching(db, words.matchFor(wanted), range, among)).filter(isThere)
      const oldest = found.at(-1)?.number
      if (oldest === undefined) return []
      const worth = [
        ...(terms.length > 0 ? [{ points: 6, match: words.inTitle(terms) }] : []),
        ...(terms.length > 0 ? [{ points: 3, match: words.asTyped(terms) }] : []),
        ...(terms.length > 1 ? [{ points: 8, match: words.inARow(terms) }] : []),
      ]
      const score = new Map<number, number>()
      for (const { points, match } of worth)
        for (const one of await matching(db, words.narrowed(wanted, match), { ...range, from: oldest }, among))
          score.set(one.number, (score.get(one.number) ?? 0) + points)
      const of = (one: SearchEntry) => score.get(one.number) ?? 0
      return found.sort((one, other) => of(other) - of(one) || other.number - one.number)
    },
  }
}

function isThere(one: Matched): one is SearchEntry {
  return one.kind !== null
}

function rangeOf({ from, to }: Wanted) {
  return { from: from ? numberAt(from) : null, to: to ? endOfDay(to) : null }
}
