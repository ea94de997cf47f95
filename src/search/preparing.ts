import type Sqlite from 'better-sqlite3'
import { dropFts5, hasFts5, makeFts5 } from './fts5.js'
import type { Searchable } from './searchables.js'

/** Raise it when words are kept in another way, so that every index is made anew. */
const format = 3

interface Stamp {
  format: number
  kinds: Record<string, number>
}

/**
 * Makes the index when the workbench starts. An index of another format, or of before an
 * upgrade, is marked to be made anew; that is done in the background (see keeping.ts), so that starting stays quick.
 * @param changed the records were changed by a migration, of which no fact tells
 */
export function prepareSearch(
  sqlite: Sqlite.Database,
  searchables: Searchable[],
  { empty, changed }: { empty: boolean; changed: boolean },
): void {
  sqlite.transaction(() => {
    const stamp = readStamp(sqlite)
    const anew = !hasFts5(sqlite) || stamp?.format !== format
    if (anew) dropFts5(sqlite)
    makeFts5(sqlite)
    if (!empty) {
      const stale = searchables.filter(({ kind, version }) => anew || changed || stamp.kinds[kind] !== version)
      const begin = sqlite.prepare(`insert or replace into search_rebuilding (kind, after) values (?, '')`)
      for (const { kind } of stale) begin.run(kind)
    }
    const kinds = Object.fromEntries(searchables.map(({ kind, version }) => [kind, version]))
    writeStamp(sqlite, { format, kinds })
  })()
}

/** Before facts were, triggers noticed what changed. They know tables as they were, so they go before any migration. */
export function dropTriggersFromBeforeFacts(sqlite: Sqlite.Database): void {
  const known = sqlite
    .prepare(`select name from sqlite_master where type = 'trigger' and name like 'search\\_watch\\_%' escape '\\'`)
    .all() as { name: string }[]
  for (const { name } of known) sqlite.exec(`drop trigger "${name}"`)
}

function readStamp(sqlite: Sqlite.Database): Stamp | undefined {
  const row = sqlite.prepare(`select value from settings where key = 'search'`).get() as { value: string } | undefined
  return row && (JSON.parse(row.value) as Stamp)
}

function writeStamp(sqlite: Sqlite.Database, stamp: Stamp): void {
  sqlite.prepare(`insert or replace into settings (key, value) values ('search', ?)`).run(JSON.stringify(stamp))
}
