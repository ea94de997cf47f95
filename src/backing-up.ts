import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openDatabase } from './database.js'
import { readEnvironment } from './environment.js'

/**
 * `npm run backup -- FOLDER`: the database first, then the files, so that every row of the copy finds its bytes. It may
 * run while the workbench is open.
 */
const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('Name the folder for the backup, such as: npm run backup -- /backups/monday\n')
  process.exit(1)
}
const environment = readEnvironment(process.env)
const to = resolve(folder)
await mkdir(to, { recursive: true, mode: 0o700 })
const { db, sqlite } = openDatabase(environment.database)
await sqlite.backup(join(to, 'workbench.db'))
await db.destroy()
await cp(environment.uploads, join(to, 'uploads'), { recursive: true, force: true })
process.stdout.write(
  `Backed up to ${to}. To restore: stop the workbench, put workbench.db and uploads back in their places, start it.\n`,
)
