import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { command } from './command.js'
import { moveFiles } from './backups/moving-files.js'
import { moveRows } from './backups/moving-rows.js'
import { openDatabase } from './database.js'
import { isPostgres, refuseWhileRunning } from './database/engine.js'
import { lockOn } from './database/lock.js'
import { readEnvironment } from './environment.js'
import { folderStore } from './files/stores/folder.js'
import { openStore } from './files/stores/opening.js'
import type { Store } from './files/store.js'
import { migrate } from './migrate.js'
import { isThere, makeFolder } from './places-on-disk.js'

/** `npm run move -- FROM TO`: takes all rows from one engine to the other, or all files from a folder to a bucket and back, with the workbench stopped. */
const say = (words: string) => void process.stdout.write(`${words}\n`)

await command(async () => {
  const [from, to] = process.argv.slice(2)
  if (!from || !to || from === to)
    throw new Error(
      'Name where from and where to, such as: npm run move -- sqlite:data/workbench.db postgres://workbench@db.example.org/workbench, or: npm run move -- folder:uploads s3://workbench?endpoint=https://s3.example.org',
    )
  for (const one of [from, to])
    if (!/^(?:sqlite:.|postgres(?:ql)?:|folder:.|s3:)/.test(one))
      throw new Error(
        `“${one}” says no place. A database is sqlite:FILE or the address of one at a server, postgres://…; files are in folder:FOLDER or in a bucket, s3://….`,
      )
  const ofFiles = [from, to].filter(one => /^(?:folder|s3):/.test(one)).length
  if (ofFiles === 1)
    throw new Error('Rows go from a database to a database, files from a folder or a bucket to a folder or a bucket.')
  await (ofFiles === 2 ? filesFrom(from, to) : rowsFrom(from, to))
})

async function rowsFrom(from: string, to: string): Promise<void> {
  const places = [from, to].map(url => placeIn(url))
  if (!isPostgres(places[0]!) && !isThere(places[0]!))
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
}

async function filesFrom(from: string, to: string): Promise<void> {
  const waiting = mkdtempSync(join(tmpdir(), 'workbench-moving-'))
  try {
    const stores = [await storeIn(from, waiting, false), await storeIn(to, waiting, true)] as const
    const { copied, there } = await moveFiles(...stores, say)
    say(
      `${copied} files were copied and compared${there > 0 ? `, ${there} stood there already, whole` : ''}. Set ${to.startsWith('s3:') ? 'FILES_URL' : 'UPLOADS_DIR'} to the new place, and remove the old one once the workbench has run on it.`,
    )
  } finally {
    rmSync(waiting, { recursive: true, force: true })
  }
}

type Opened = ReturnType<typeof openDatabase>

/** @throws a sentence about what was typed, and not about a variable that nobody set */
function placeIn(url: string): string {
  return readAs('DATABASE_URL', url).database
}

/** @throws a sentence where there is none, or it cannot be reached */
async function storeIn(place: string, waiting: string, isNew: boolean): Promise<Store> {
  if (place.startsWith('folder:')) {
    const folder = resolve(place.slice('folder:'.length))
    if (isNew) makeFolder(folder)
    else if (!isThere(folder)) throw new Error(`There is no folder ${folder}, so nothing was moved.`)
    return folderStore(folder)
  }
  return openStore({ uploads: waiting, bucket: readAs('FILES_URL', place).bucket }, sentence => {
    throw new Error(sentence)
  })
}

function readAs(variable: 'DATABASE_URL' | 'FILES_URL', url: string): ReturnType<typeof readEnvironment> {
  try {
    return readEnvironment({ AWS_REGION: process.env.AWS_REGION, [variable]: url })
  } catch (error) {
    throw new Error((error as Error).message.replaceAll(variable, `“${url}”`), { cause: error })
  }
}
