import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openFile } from '../../database.js'
import type { Environment } from '../../environment.js'
import { folderStore } from '../../files/stores/folder.js'
import type { House } from '../../house.js'
import { migrate } from '../../migrate.js'
import { isThere, makeFolder } from '../../places-on-disk.js'
import { version } from '../../version.js'
import { now } from '../../web/now.js'
import { folderForAWhile } from '../for-a-while.js'
import { whatIsWrong } from '../looking-at-everything.js'
import { withBackup } from '../medium.js'
import { restore } from '../restoring.js'
import { isSealed } from '../sealing.js'
import { type Drilled, drilledInWords, type Found } from './in-words.js'
import { keyOfDrills, signed } from './signing.js'

interface Around extends Pick<Environment, 'beside' | 'backupPassphrase'> {
  /** Opens a file of keys for the drill alone: erased pupils are found again by marks that the house’s secret makes. */
  keysAt(path: string): House['keys']
}
type RecordAgain = (house: Pick<House, 'db' | 'engine' | 'keys'>, journal: string) => Promise<Found['again']>

/**
 * Puts a backup back into a place that is thrown away afterwards, looks at all of it there, and keeps a signed result beside the
 * database. Nothing of the installation is touched, which may run meanwhile.
 * @param recordAgain carries out the journal of withdrawals, as a start does
 * @returns where the result is, and what it says
 * @throws a sentence where there is no backup to try; one that nobody can open is a drill that failed
 */
export async function drill(
  around: Around,
  wanted: string,
  recordAgain: RecordAgain,
): Promise<{ to: string; drilled: Drilled }> {
  const place = resolve(wanted)
  refuseWhatIsNoBackup(place)
  const near = dirname(around.beside)
  const { folder, leave } = folderForAWhile(near, 'drilling')
  const drilled: Drilled = {
    ...{
      place,
      isSealed: isSealed(place),
      version,
      madeAt: null,
      drilledAt: now(),
      seconds: 0,
      found: null,
      wrong: [],
    },
  }
  const began = performance.now()
  try {
    await withBackup(place, { passphrase: around.backupPassphrase, near: folder }, clear =>
      tryOut({ clear, folder, around, recordAgain }, drilled).catch((error: unknown) => {
        throw new Error(inWords(error).replaceAll(clear, place), { cause: error })
      }),
    )
  } catch (error) {
    drilled.wrong.push(inWords(error))
  } finally {
    leave()
  }
  drilled.seconds = (performance.now() - began) / 1000
  return { to: keep(drilled, around.beside), drilled }
}

/** What is tried must be a backup; whether it is a good one, the result says. */
function refuseWhatIsNoBackup(place: string): void {
  if (!isThere(place)) throw new Error(`There is no backup at ${place}.`)
  if (!statSync(place).isDirectory())
    throw new Error(`${place} is a file. A drill tries a whole backup: name the folder that npm run backup made.`)
  if (!isSealed(place) && !isThere(join(place, 'workbench.db')))
    throw new Error(`There is no workbench.db in ${place}, so it is not a backup.`)
}

interface Trying {
  clear: string
  folder: string
  around: Around
  recordAgain: RecordAgain
}

async function tryOut({ clear, folder, around, recordAgain }: Trying, drilled: Drilled): Promise<void> {
  const [database, uploads] = [join(folder, 'workbench.db'), join(folder, 'uploads')]
  const journal = `${database}.withdrawals`
  if (existsSync(`${around.beside}.withdrawals`)) cpSync(`${around.beside}.withdrawals`, journal)
  const { checked } = await restore({ database, beside: database, uploads, bucket: null }, clear)
  drilled.madeAt = checked.manifest?.madeAt ?? null
  const rows = rowsIn(database)
  const fewer = [...rowsIn(checked.database)].filter(([table, count]) => rows.get(table) !== count)
  drilled.wrong.push(
    ...fewer.map(([table, count]) => `${table} has ${rows.get(table) ?? 0} rows, and ${count} in the backup.`),
  )

  const opened = openFile(database)
  const keys = around.keysAt(join(folder, 'workbench.keys.db'))
  try {
    const migrations = (await migrate(opened)).length
    const house = { ...opened, keys }
    const again = await recordAgain(house, journal)
    if (Object.values(await recordAgain(house, journal)).some(count => count > 0))
      drilled.wrong.push('Part of the journal of withdrawals was not known after it had been recorded again.')
    const { wrong, files, erased } = await whatIsWrong(opened.db, folderStore(uploads), database)
    drilled.wrong.push(...wrong)
    drilled.found = { rows, files, bytes: bytesIn(uploads), migrations, again, erased }
  } finally {
    await keys.close()
    await opened.db.destroy()
  }
}

function rowsIn(database: string): Map<string, number> {
  const sqlite = new Sqlite(database, { readonly: true })
  try {
    const tables = sqlite
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'search\\_words%' escape '\\' order by name`,
      )
      .all() as { name: string }[]
    return new Map(
      tables.map(({ name }) => {
        const { count } = sqlite.prepare(`select count(*) as count from "${name}"`).get() as { count: number }
        return [name, count]
      }),
    )
  } finally {
    sqlite.close()
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

function keep(drilled: Drilled, beside: string): string {
  const folder = join(dirname(beside), 'drills')
  makeFolder(folder)
  const to = join(folder, `${drilled.drilledAt.replaceAll(/[:.]/g, '-')}.txt`)
  writeFileSync(to, signed(drilledInWords(drilled), keyOfDrills(beside)), { mode: 0o600, flag: 'wx', flush: true })
  return to
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
