import { sql } from 'kysely'
import type { Db, OpenDatabase } from '../../src/database.js'
import { dropFts5, makeFts5 } from '../../src/search/fts5.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import type { Searchable } from '../../src/search/searchables.js'

/** What the index holds after all that happened, and what it holds when it is made anew, must be the same. @returns whatever is not */
export async function wronglyIndexed({ db, sqlite }: OpenDatabase, searchables: Searchable[]): Promise<string[]> {
  await bringUpToDate(db, searchables)
  const kept = await recordsIn(db, searchables)
  dropFts5(sqlite)
  makeFts5(sqlite)
  await beginAnew(db, searchables)
  await bringUpToDate(db, searchables)
  const anew = await recordsIn(db, searchables)
  return [...new Set([...kept.keys(), ...anew.keys()])]
    .filter(record => kept.get(record) !== anew.get(record))
    .map(record => `${record} is kept as ${kept.get(record)}, and is ${anew.get(record)}`)
}

async function recordsIn(db: Db, searchables: Searchable[]): Promise<Map<string, string>> {
  const kinds = searchables.map(one => one.kind)
  const { rows } = await sql<Record<string, string | number>>`select kind, record, entries.number / 1000000 as second,
    title, words, roots, about from search_entries as entries join search_words on search_words.rowid = entries.number
    where kind in (${sql.join(kinds)})`.execute(db)
  return new Map(rows.map(({ kind, record, ...is }) => [`${kind} ${record}`, JSON.stringify(is)]))
}
