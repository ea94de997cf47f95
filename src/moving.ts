import { existsSync } from 'node:fs'
import { moveRows } from './backups/moving-rows.js'
import { openDatabase } from './database.js'
import { isPostgres, refuseWhileRunning } from './database/engine.js'
import { lockOn } from './database/lock.js'
import { readEnvironment } from './environment.js'
import { migrate } from './migrate.js'

/** `npm run move -- FROM TO`: takes a whole database from one engine to the other, with the workbench stopped. */
const say = (words: string) => void process.stdout.write(`${words}\n`)

try {
  const [from, to] = process.argv.slice(2)
  if (!from || !to || from === to)
    throw new Error(
      'Name where from and where to, such as: npm run move -- sqlite:data/workbench.db postgres://workbench@db.example.org/workbench',
    )
  const places = [from, to].map(url => placeIn(url))
  if (!isPostgres(places[0]!) && !existsSync(places[0]!))
    throw new Error(`There is no database at ${places[0]}, so nothing was moved.`)
  const unlock = places.map(place => (isPostgres(place) ? () => undefined : lockOn(place)))
  const [source, target] = places.map(place => openDatabase(place)) as [Opened, Opened]
  try {
    for (const one of [source, target]) await refuseWhileRunning(one)
    await migrate(target)
    const { rows, tables } = await moveRows(source, target, say)
    say(
      `${rows} rows of ${tables} tables stand there as they left, each compared. Set DATABASE_URL to the new place; the search is read anew at the first start. Files, and the keys to pupils’ codes, stay where they are.`,
    )
  } finally {
    for (const one of [source, target]) {
      await one.engine.rest()
      await one.db.destroy()
    }
    for (const open of unlock) open()
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

type Opened = ReturnType<typeof openDatabase>

/** @throws a sentence about what was typed, and not about a variable that nobody set */
function placeIn(url: string): string {
  try {
    return readEnvironment({ DATABASE_URL: url }).database
  } catch (error) {
    throw new Error((error as Error).message.replaceAll('DATABASE_URL', `“${url}”`), { cause: error })
  }
}
