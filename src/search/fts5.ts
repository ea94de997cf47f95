import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db } from '../database.js'
import type { Term } from './asking/question.js'
import type { FullText, Wanted } from './index-door.js'
import { endOfDay, lastNumberAt, numberAt } from './words/numbers.js'
import { rooted, type RootedText } from './words/roots.js'
import type { Entry } from './searchables.js'
import type { SearchEntry } from './tables.js'
import { tokensOf } from './tokens.js'

/**
 * Four columns: title and words in their order, as src/search/tokens.ts keeps them; beside them the roots that their
 * words may also be looked for as; and what the record is about, hashed: who may come upon it, its kind, schools, group
 * and author, so that these narrow the match itself. Every word is a–z and 0–9 and nothing else, here and in a question:
 * nothing that was typed reaches MATCH.
 */
export function makeFts5(sqlite: Sqlite.Database): void {
  sqlite.exec(`create virtual table if not exists search_words using fts5(
    title, words, roots, about, tokenize = 'ascii', prefix = '3')`)
  // Without it a word that was taken out stays readable in the index until its page is written anew.
  sqlite.exec(`insert into search_words (search_words, rank) values ('secure-delete', 1)`)
  // Words went along with their record once, however long that took.
  sqlite.exec('drop trigger if exists search_entries_gone')
}

export function dropFts5(sqlite: Sqlite.Database): void {
  sqlite.exec('drop table if exists search_words; delete from search_entries; delete from search_gone')
}

export function hasFts5(sqlite: Sqlite.Database): boolean {
  return sqlite.prepare(`select 1 from sqlite_master where name = 'search_words'`).get() !== undefined
}

export const fts5: FullText = {
  async put(trx, kind, entry) {
    await fts5.takeOut(trx, kind, [entry.record])
    const number = await numberFor(trx, entry.day)
    await trx.insertInto('searchEntries').values({ number, kind, record: entry.record }).execute()
    const { title, words, roots } = columnsOf(entry)
    await sql`insert into search_words (rowid, title, words, roots, about)
      values (${number}, ${title}, ${words}, ${roots}, ${aboutOf(kind, entry)})`.execute(trx)
  },

  async takeOut(trx, kind, records) {
    const theirs = trx.selectFrom('searchEntries').where('kind', '=', kind).where('record', 'in', records)
    await trx.insertInto('searchGone').columns(['number']).expression(theirs.select('number')).execute()
    await trx.deleteFrom('searchEntries').where('kind', '=', kind).where('record', 'in', records).execute()
  },

  async clear(trx, most) {
    const rows = await trx.selectFrom('searchGone').select('number').limit(most).execute()
    for (const { number } of rows) {
      await sql`delete from search_words where rowid = ${number}`.execute(trx)
      await trx.deleteFrom('searchGone').where('number', '=', number).execute()
    }
    return rows.length > 0
  },

  async newest(db, wanted, after, most) {
    const found = await matching(db, matchFor(wanted), { ...rangeOf(wanted), before: after }, most)
    return { entries: found.filter(isThere), next: found.length < most ? null : found.at(-1)!.number }
  },

  /** In the title, in a row and as it was typed counts for more than a root; of equals the newer comes first. */
  async closest(db, wanted, among) {
    const found = (await matching(db, matchFor(wanted), { ...rangeOf(wanted), before: null }, among)).filter(isThere)
    const oldest = found.at(-1)?.number
    if (oldest === undefined) return []
    const { terms } = wanted.question
    const score = new Map<number, number>()
    const worth = async (points: number, match: string) => {
      const rows = await matching(
        db,
        `${narrowing(wanted)} AND ${match}`,
        { ...rangeOf(wanted), from: oldest, before: null },
        among,
      )
      for (const { number } of rows) score.set(number, (score.get(number) ?? 0) + points)
    }
    if (terms.length > 0) {
      await worth(6, together(terms.map(term => `{title} : (${formsOf(term)})`)))
      await worth(3, together(terms.map(term => `{title words} : (${exactly(term)})`)))
    }
    if (terms.length > 1)
      await worth(
        8,
        `{title words} : (${phrase(
          terms.flatMap(term => term.words),
          terms.at(-1)!.begins,
        )})`,
      )
    const points = ({ number }: SearchEntry) => score.get(number) ?? 0
    return found.sort((one, other) => points(other) - points(one) || other.number - one.number)
  },
}

/** The first free number of that second; one that was taken out is not free before its words are cleared. */
async function numberFor(trx: Db, day: string): Promise<number> {
  const [first, last] = [numberAt(day), lastNumberAt(day)]
  const newest = (table: 'searchEntries' | 'searchGone') =>
    trx
      .selectFrom(table)
      .select(eb => eb.fn.max('number').as('newest'))
      .where('number', '>=', first)
      .where('number', '<=', last)
      .executeTakeFirstOrThrow()
  const taken = [await newest('searchEntries'), await newest('searchGone')].map(row => row.newest ?? first - 1)
  return Math.max(...taken.map(Number)) + 1
}

/** What the index holds at a number; of one that was taken out nothing but the number. */
type Matched = SearchEntry | { number: number; kind: null; record: null }

function isThere(one: Matched): one is SearchEntry {
  return one.kind !== null
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
function narrowing({ readers, kinds, schools, groups, by, stages }: Wanted): string {
  const lists = [
    { letter: 'r', among: readers },
    { letter: 'k', among: kinds },
    { letter: 's', among: schools },
    { letter: 'g', among: groups },
    { letter: 'b', among: by },
    { letter: 't', among: stages },
  ]
  return lists
    .flatMap(({ letter, among }) =>
      among ? [`about : (${among.map(one => `"${hashed(letter, one)}"`).join(' OR ') || '"none"'})`] : [],
    )
    .join(' AND ')
}

function columnsOf({ title, words }: Entry) {
  const [titleRead, wordsRead] = [title, words].map(text => rooted(text, [...tokensOf(text)])) as [
    RootedText,
    RootedText,
  ]
  const kept = (read: RootedText) => read.tokens.map(token => token.word)
  const said = new Set([...kept(titleRead), ...kept(wordsRead)])
  const roots = new Set([...titleRead.roots.flat(), ...wordsRead.roots.flat()].filter(root => !said.has(root)))
  return { title: kept(titleRead).join(' '), words: kept(wordsRead).join(' '), roots: [...roots].join(' ') }
}
function aboutOf(kind: string, { readers, about }: Entry): string {
  return [
    ...readers.map(reader => hashed('r', reader)),
    ...[kind, ...(about.kinds ?? [])].map(one => hashed('k', one)),
    ...(about.schools ?? []).map(school => hashed('s', school)),
    ...(about.group ? [hashed('g', about.group)] : []),
    ...(about.by ? [hashed('b', about.by)] : []),
    ...(about.stage ? [hashed('t', about.stage)] : []),
  ].join(' ')
}

const hashes = new Map<string, string>()

function hashed(letter: string, words: string): string {
  const key = `${letter}${words}`
  const known = hashes.get(key)
  if (known) return known
  const hash = letter + createHash('sha256').update(words).digest('hex').slice(0, 20)
  if (hashes.size > 50_000) hashes.clear()
  hashes.set(key, hash)
  return hash
}
