import { sql } from 'kysely'
import type { Db, OpenDatabase } from '../../src/database.js'
import { speaks } from '../../src/database/engine.js'
import { fullTextOf } from '../../src/search/index/full-text.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import type { Searchable } from '../../src/search/searchables.js'

/** What the index holds after all that happened, and what it holds when it is made anew, must be the same. @returns whatever is not */
export async function wronglyIndexed({ db }: Pick<OpenDatabase, 'db'>, searchables: Searchable[]): Promise<string[]> {
  await bringUpToDate(db, searchables)
  const kept = await recordsIn(db, searchables)
  await fullTextOf(db).drop(db)
  await fullTextOf(db).make(db)
  await beginAnew(db, searchables)
  await bringUpToDate(db, searchables)
  const anew = await recordsIn(db, searchables)
  return [...new Set([...kept.keys(), ...anew.keys()])]
    .filter(record => kept.get(record) !== anew.get(record))
    .map(record => `${record} is kept as ${kept.get(record)}, and is ${anew.get(record)}`)
}

async function recordsIn(db: Db, searchables: Searchable[]): Promise<Map<string, string>> {
  const kinds = searchables.map(one => one.kind)
  const [said, number] =
    speaks(db) === 'postgres' ? ['said::text as said', 'number'] : ['title, words, roots, about', 'rowid']
  const { rows } = await sql<Record<string, string | number>>`select kind, record, entries.number / 1000000 as second,
    ${sql.raw(said)} from search_entries as entries join search_words on search_words.${sql.raw(number)} = entries.number
    where kind in (${sql.join(kinds)})`.execute(db)
  return new Map(rows.map(({ kind, record, ...is }) => [`${kind} ${record}`, JSON.stringify(is)]))
}
