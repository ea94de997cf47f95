import { sql } from 'kysely'
import { type Db, inOne } from '../database.js'
import { speaks } from '../database/engine.js'
import { fullTextOf } from './index/full-text.js'
import type { Searchable } from './searchables.js'
import './tables.js'

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
export async function prepareSearch(
  db: Db,
  searchables: Searchable[],
  { empty, changed }: { empty: boolean; changed: boolean },
): Promise<void> {
  const fullText = fullTextOf(db)
  await inOne(db, async trx => {
    const stamp = await readStamp(trx)
    const anew = !(await fullText.isMade(trx)) || stamp?.format !== format
    if (anew) await fullText.drop(trx)
    await fullText.make(trx)
    if (!empty) {
      const stale = searchables.filter(({ kind, version }) => anew || changed || stamp.kinds[kind] !== version)
      for (const { kind } of stale)
        await trx
          .insertInto('searchRebuilding')
          .values({ kind, after: '' })
          .onConflict(conflict => conflict.column('kind').doUpdateSet({ after: '' }))
          .execute()
    }
    const kinds = Object.fromEntries(searchables.map(({ kind, version }) => [kind, version]))
    await writeStamp(trx, { format, kinds })
  })
}

/** Before facts were, triggers noticed what changed. They know tables as they were, so they go before any migration. */
export async function dropTriggersFromBeforeFacts(db: Db): Promise<void> {
  if (speaks(db) !== 'sqlite') return
  const { rows } = await sql<{
    name: string
  }>`select name from sqlite_master where type = 'trigger' and name like 'search\\_watch\\_%' escape '\\'`.execute(db)
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db)
}

async function readStamp(db: Db): Promise<Stamp | undefined> {
  const { rows } = await sql<{ value: string }>`select value from settings where key = 'search'`.execute(db)
  return rows[0] && (JSON.parse(rows[0].value) as Stamp)
}

async function writeStamp(db: Db, stamp: Stamp): Promise<void> {
  await sql`insert into settings (key, value) values ('search', ${JSON.stringify(stamp)})
    on conflict (key) do update set value = excluded.value`.execute(db)
}
