import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { command } from './command.js'
import { isPostgres } from './database/engine.js'
import { lockOn } from './database/lock.js'
import { openDatabase } from './database.js'
import { readEnvironment } from './environment.js'
import { clamdAt } from './files/receiving/scanning.js'
import { whatIsRead, whatIsReadInWords } from './files/reading/what-is-read.js'
import { openStore } from './files/stores/opening.js'
import { migrate } from './migrate.js'
import { isThere } from './places-on-disk.js'
import { readBack } from './copies/moving-a-group/reading-back.js'
import { brought } from './rooms.js'

/** `npm run bring-in -- FILE.zip`: reads the whole copy of a group into an installation that does not have it. */
await command(async () => {
  const path = process.argv[2]
  if (!path) throw new Error('Name the copy to bring in, such as: npm run bring-in -- reading-2026-11-25.zip')
  if (!isThere(path)) throw new Error(`There is no file at ${resolve(path)}, so nothing came in.`)
  if (statSync(path).isDirectory())
    throw new Error(`${resolve(path)} is a folder: name the copy, a file that ends in .zip.`)
  const environment = readEnvironment(process.env)
  const { database } = environment
  const unlock = isPostgres(database) ? () => undefined : lockOn(database)
  const house = openDatabase(database)
  await migrate(house)
  const store = await openStore(environment, sentence => void process.stderr.write(`${sentence}\n`))
  if (environment.scanner) store.scan = clamdAt(environment.scanner)
  const { tables } = await readBack({ ...house, store }, brought, path)
  await house.db.destroy()
  unlock()
  process.stdout.write(
    `Brought in ${String(tables.groups![0]!.name)}: ${tables.evidence?.length ?? 0} pieces of evidence, ${tables.files?.length ?? 0} files. Its people sign in by asking for a new password.\n${whatIsReadInWords(whatIsRead.group)}\n`,
  )
})
