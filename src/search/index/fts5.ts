import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { Term } from '../asking/question.js'
import { allWords, closestFirst, type Putting } from './closest.js'
import type { FullText, Wanted } from './index-door.js'
import { endOfDay, numberAt } from '../words/numbers.js'
import { aboutOf, aboutWhat, columnsOf, numberFor } from './what-is-kept.js'
import '../tables.js'
import { clearGone, isThere, markGone, type Matched, thoseThere } from './what-went.js'

/**
 * Four columns: title and words in their order, as src/search/tokens.ts keeps them; beside them the roots that their
 * words may also be looked for as; and what the record is about, hashed: who may come upon it, its kind, schools, group
 * and author, so that these narrow the match itself. Every word is a–z and 0–9 and nothing else, here and in a question:
 * nothing that was typed reaches MATCH.
 */
async function make(db: Db): Promise<void> {
  await sql`create virtual table if not exists search_words using fts5(
    title, words, roots, about, tokenize = 'ascii', prefix = '3')`.execute(db)
  // Without it a word that was taken out stays readable in the index until its page is written anew.
  await sql`insert into search_words (search_words, rank) values ('secure-delete', 1)`.execute(db)
  // Words went along with their record once, however long that took.
  await sql`drop trigger if exists search_entries_gone`.execute(db)
}

export const fts5: FullText = {
  async isMade(db) {
    const { rows } = await sql`select 1 from sqlite_master where name = 'search_words'`.execute(db)
    return rows.length > 0
  },

  make,

  async drop(db) {
    await sql`drop table if exists search_words`.execute(db)
    for (const table of ['searchEntries', 'searchGone'] as const) await db.deleteFrom(table).execute()
  },

  async put(trx, kind, entry) {
    await fts5.takeOut(trx, kind, [entry.record])
    const number = await numberFor(trx, entry.day)
    await trx.insertInto('searchEntries').values({ number, kind, record: entry.record }).execute()
    const { title, words, roots } = columnsOf(entry)
    await sql`insert into search_words (rowid, title, words, roots, about)
      values (${number}, ${title}, ${words}, ${roots}, ${aboutOf(kind, entry)})`.execute(trx)
  },

  async takeOut(trx, kind, records) {
    await markGone(trx, kind, records)
  },

  clear(trx, most) {
    return clearGone(trx, most, number => sql`delete from search_words where rowid = ${number}`.execute(trx))
  },

  async newest(db, wanted, after, most) {
    return thoseThere(await matching(db, matchFor(wanted), { ...rangeOf(wanted), before: after }, most), most)
  },

  async closest(db, wanted, among) {
    const { terms } = wanted.question
    const found = await matching(db, matchFor(wanted), { ...rangeOf(wanted), before: null }, among)
    const put: Putting = {
      inTitle: () => together(terms.map(term => `{title} : (${formsOf(term)})`)),
      asTyped: () => together(terms.map(term => `{title words} : (${exactly(term)})`)),
      inARow: () => `{title words} : (${phrase(allWords(terms), terms.at(-1)!.begins)})`,
    }
    return closestFirst(found.filter(isThere), wanted, put, (match, from) =>
      matching(db, `${narrowing(wanted)} AND ${match}`, { ...rangeOf(wanted), from, before: null }, among),
    )
  },
}

/** "Join from the match": the other way round, SQLite would match anew for each row. */
async function matching(
  db: Db,
  match: string,
  { from, to, before }: { from: number | null; to: number | null; before: number | null },
  most: number,
): Promise<Matched[]> {
  const below = Math.min(to ?? Number.MAX_SAFE_INTEGER, before === null ? Number.MAX_SAFE_INTEGER : before - 1)
  const { rows } = await sql<Matched>`select found.number, entries.kind, entries.record from
    (select rowid as number from search_words where search_words match ${match}
      and rowid >= ${from ?? Number.MIN_SAFE_INTEGER} and rowid <= ${below} order by rowid desc limit ${most}) as found
    left join search_entries as entries on entries.number = found.number order by found.number desc`.execute(db)
  return rows
}

function rangeOf({ from, to }: Wanted) {
  return { from: from ? numberAt(from) : null, to: to ? endOfDay(to) : null }
}

function matchFor(wanted: Wanted): string {
  const { terms, without } = wanted.question
  const match = [narrowing(wanted), ...terms.map(forms)].join(' AND ')
  return without.length > 0 ? `(${match}) NOT (${without.map(forms).join(' OR ')})` : match
}

function together(terms: string[]): string {
  return `(${terms.join(' AND ')})`
}

function forms(term: Term): string {
  return `{title words roots} : (${formsOf(term)})`
}

function formsOf(term: Term): string {
  if (term.words.length === 1) return term.roots.map(root => phrase([root], term.begins)).join(' OR ')
  const inARow = phrase(term.words, term.begins)
  return term.whole ? `${inARow} OR ${phrase([term.whole], term.begins)}` : inARow
}

function exactly(term: Term): string {
  return phrase(term.words, false)
}

function phrase(words: string[], begins: boolean): string {
  return `"${words.join(' ')}"${begins ? ' *' : ''}`
}

/** Who is asking, and what they narrowed it to. */
function narrowing(wanted: Wanted): string {
  return aboutWhat(wanted)
    .map(among => `about : (${among.map(one => `"${one}"`).join(' OR ') || '"none"'})`)
    .join(' AND ')
}
