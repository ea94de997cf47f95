import Sqlite from 'better-sqlite3'
import { existsSync } from 'node:fs'
import type { Db } from '../database.js'
import { isPostgres } from '../database/engine.js'
import { followTheChain } from '../facts/chain/following-the-chain.js'
import { sha256Of } from '../files/sha256.js'
import type { Store } from '../files/store.js'
import '../files/tables.js'

const atOnce = 500
const aDay = 86_400_000

interface Named {
  key: string
  sha256: string | null
  name: string
}

/**
 * Looks through an installation where it is, also while it runs, and changes nothing: the database's structure and references, what was
 * done (its chain), each file by its hash, and files that nothing speaks of.
 * @param database the path of the file, or the address on a server, which looks after its structure itself
 * @returns a sentence for each thing that is not as it should be; and how many lines of what was done have lost words to an erasing
 */
export async function whatIsWrong(
  db: Db,
  store: Store,
  database: string,
): Promise<{ wrong: string[]; files: number; erased: number }> {
  const named = await namedFiles(db)
  const { faults, erased } = await followTheChain(db)
  return {
    wrong: [
      ...(isPostgres(database) ? [] : structureOf(database)),
      ...faults,
      ...(await wrongFiles(named, store)),
      ...(await filesOfNobody(named, store)),
    ],
    files: named.size,
    erased,
  }
}

function structureOf(database: string): string[] {
  const sqlite = new Sqlite(database, { readonly: true })
  try {
    const found = sqlite.pragma('integrity_check(5)') as { integrity_check: string }[]
    const dangling = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[]
    return [
      ...found
        .map(one => one.integrity_check)
        .filter(said => said !== 'ok')
        .map(said => `The database is damaged: ${said}.`),
      ...dangling.slice(0, 20).map(one => `A row of ${one.table} points at one of ${one.parent} that is not there.`),
    ]
  } finally {
    sqlite.close()
  }
}

async function namedFiles(db: Db): Promise<Map<string, Named>> {
  const files = await db
    .selectFrom('files')
    .select(['name', 'storedAs', 'smallAs', 'middleAs', 'thumbnailAs', 'sha256'])
    .where('erasedAt', 'is', null)
    .execute()
  const versions = await db
    .selectFrom('fileVersions')
    .select(['name', 'storedAs', 'smallAs', 'middleAs', 'thumbnailAs', 'sha256'])
    .where('erasedAt', 'is', null)
    .execute()
  const named = new Map<string, Named>()
  for (const { name, storedAs, sha256, ...small } of [...files, ...versions]) {
    for (const key of Object.values(small))
      if (key !== null && !named.has(key)) named.set(key, { key, sha256: null, name: `a small picture of a file` })
    named.set(storedAs, { key: storedAs, sha256, name })
  }
  return named
}

async function wrongFiles(named: Map<string, Named>, store: Store): Promise<string[]> {
  const all = [...named.values()]
  const wrong: string[] = []
  for (let at = 0; at < all.length; at += atOnce)
    for (const one of all.slice(at, at + atOnce))
      await store.lend([one.key], async pathOf => {
        const path = pathOf(one.key)
        if (!existsSync(path)) wrong.push(`The file ${one.key} (${one.name}) is missing.`)
        else if (one.sha256 !== null && (await sha256Of(path)) !== one.sha256)
          wrong.push(`The file ${one.key} (${one.name}) is not what was kept: its bytes are others.`)
      })
  return wrong
}

/** What has just come in may not have its row yet; what is older was left by something that failed, and is swept daily. */
async function filesOfNobody(named: Map<string, Named>, store: Store): Promise<string[]> {
  let count = 0
  for await (const { key, keptAt } of store.keys())
    if (!named.has(key) && keptAt.getTime() < Date.now() - 2 * aDay) count += 1
  return count === 0 ? [] : [`${count} files are older than two days, and nothing speaks of them.`]
}
