import { existsSync } from 'node:fs'
import { chmod, cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openDatabase } from './database.js'
import { readEnvironment } from './environment.js'

/**
 * `npm run backup -- FOLDER`: the database first, then the files, so that every row of the copy finds its bytes. It may
 * run while the workbench is open.
 */
try {
  const to = await backUp(process.argv[2])
  process.stdout.write(
    `Backed up to ${to}. To restore: stop the workbench, put workbench.db and uploads back in their places, start it.\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

async function backUp(folder: string | undefined): Promise<string> {
  if (!folder) throw new Error('Name the folder for the backup, such as: npm run backup -- /backups/monday')
  const { database, uploads } = readEnvironment(process.env)
  if (!existsSync(database)) throw new Error(`There is no database at ${database}, so nothing was backed up.`)
  const to = resolve(folder)
  await mkdir(to, { recursive: true, mode: 0o700 })
  const { db, sqlite } = openDatabase(database)
  await sqlite.backup(join(to, 'workbench.db'))
  await db.destroy()
  await chmod(join(to, 'workbench.db'), 0o600)
  if (existsSync(uploads)) await cp(uploads, join(to, 'uploads'), { recursive: true, force: true })
  return to
}
