import { sql } from 'kysely'
import type { Db } from '../database.js'
import { speaks } from '../database/engine.js'
import { breathe } from '../web/limits/breathing.js'
import { noteUpkeep, upkeepNoted } from './upkeep.js'
import type { FactBook } from '../facts/kinds.js'
import type { Follower } from '../facts/followers.js'
import type { House } from '../house.js'
import { now } from '../web/now.js'

/** So much is written anew in about a second; more waits for the night. */
const quickly = 100 * 1024 ** 2

/** Notes that something was erased since the file was last written anew. */
export function noteErased(book: FactBook): Follower {
  return {
    name: 'note what was erased',
    isPrompt: false,
    follows: kind => book[kind]?.erasesFiles !== undefined,
    run: ({ db }) => noteUpkeep(db, 'to be written anew', now()),
  }
}

/**
 * Writes the database anew where something was erased since, so that no page of it holds a copy any more: at once where that is
 * quick, else at night. @returns whether it was
 */
export async function writeAnewIfErased(
  { db, engine }: Pick<House, 'db' | 'engine'>,
  hour = new Date().getHours(),
): Promise<boolean> {
  const noted = await upkeepNoted(db, 'to be written anew')
  if (noted === undefined) return false
  if (engine.bytesToWrite() > quickly && (hour < 2 || hour > 4)) return false
  await mergeIndex(db)
  await engine.writeAnew()
  // Last of all, so that a power cut begins it again; and not what was erased meanwhile.
  await db.deleteFrom('upkeep').where('name', '=', 'to be written anew').where('value', '=', noted).execute()
  return true
}

/** FTS5 finds its pages by words that stood in them first, also by one that was erased since: pages that are merged find new ones. */
async function mergeIndex(db: Db): Promise<void> {
  if (speaks(db) === 'postgres') return
  const changes = async () => {
    const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(db)
    return rows[0]!.changes
  }
  // https://www.sqlite.org/fts5.html#the_merge_command: below zero it begins to merge all, and has done so when nothing changes.
  let pages = -100
  for (let before = -2, after = await changes(); after - before >= 2; after = await changes()) {
    before = after
    await sql`insert into search_words (search_words, rank) values ('merge', ${sql.lit(pages)})`.execute(db)
    pages = 100
    await breathe()
  }
}
