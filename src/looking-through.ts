import { command } from './command.js'
import { whatIsWrong } from './backups/looking-at-everything.js'
import { openDatabase } from './database.js'
import { isPostgres } from './database/engine.js'
import { readEnvironment } from './environment.js'
import { openStore } from './files/stores/opening.js'
import { isThere } from './places-on-disk.js'

/** `npm run look-through`: says of the installation itself, also while it runs, what was altered, is missing or points nowhere. */
const say = (words: string) => void process.stdout.write(`${words}\n`)

await command(async () => {
  if (process.argv.length > 2) throw new Error('It looks through this installation, and takes no words of its own.')
  const { database, uploads, bucket } = readEnvironment(process.env)
  if (!isPostgres(database) && !isThere(database)) throw new Error(`There is no database at ${database}.`)
  const { db } = openDatabase(database)
  const { wrong, files, erased } = await whatIsWrong(db, await openStore({ uploads, bucket }, say), database)
  await db.destroy()
  for (const sentence of wrong) say(sentence)
  if (erased > 0) say(`${erased} lines of what was done lost words to an erasing: nothing tells what these were.`)
  if (wrong.length === 0) say(`Everything is as it was kept: the database, what was done, and ${files} files.`)
  process.exit(wrong.length === 0 ? 0 : 1)
})
