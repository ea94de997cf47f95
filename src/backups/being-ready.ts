import { sql } from 'kysely'
import { diskReserve } from '../files/receiving/rules.js'
import type { House } from '../house.js'
import { knownMigrations } from '../known-migrations.js'
import { now } from '../web/now.js'
import { noteUpkeep, upkeepNoted } from './upkeep.js'

/** Ready is what has been tried: reading, writing and reading that again, room on the disk, the schema, the last look. */
export async function whatIsNotReady({ db, store, looking, log }: House): Promise<string | undefined> {
  if (looking && looking.found !== null && looking.found !== 'ok') return 'the database is damaged'
  try {
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
    const ran = new Set(rows.map(row => row.name))
    if (!knownMigrations().every(name => ran.has(name))) return 'the database is of another version'
    if ((await store.freeBytes()) < diskReserve) return 'the disk is nearly full'
    const at = now()
    await noteUpkeep(db, 'written to', at)
    return (await upkeepNoted(db, 'written to')) === at ? undefined : 'what is written is not kept'
  } catch (error) {
    log.error({ err: error }, 'not ready')
    return 'the database cannot be read or written'
  }
}
