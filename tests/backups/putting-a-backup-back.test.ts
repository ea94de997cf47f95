import { type ChildProcess, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { backUp } from '../../src/backups/backing-up.js'
import { checkBackup, checkedInWords } from '../../src/backups/checking.js'
import { restore } from '../../src/backups/restoring.js'
import { lockOn } from '../../src/database/lock.js'
import { openFile } from '../../src/database.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { root } from '../../src/root.js'
import { template } from '../made-once.js'
import { keepFile } from './an-installation.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-backups-'))
const running: ChildProcess[] = []
let database: string
let uploads: string
let monday: string
let turn = 0

afterAll(async () => {
  for (const one of running) await killed(one)
  rmSync(home, { recursive: true, force: true })
})

/** An installation of its own for each story, with the cast and one file. */
beforeEach(async () => {
  const here = join(home, String(++turn))
  database = join(here, 'data', 'w.db')
  uploads = join(here, 'uploads')
  monday = join(here, 'monday')
  mkdirSync(dirname(database), { recursive: true })
  copyFileSync(template, database)
  await keepFile({ database, uploads }, 'a'.repeat(32), 'What the children read')
})

const made = () => backUp({ database, beside: database, uploads, bucket: null }, monday, () => undefined)
const putBack = (place = monday) => restore({ database, beside: database, uploads, bucket: null }, place)

/** Somebody writes on and on, in a process of their own, until they are killed in the middle of it. */
async function writing(): Promise<ChildProcess> {
  const program = `
    const Sqlite = require('better-sqlite3'); const db = new Sqlite(process.argv[1], { timeout: 5000 });
    db.pragma('journal_mode = WAL'); db.pragma('synchronous = FULL'); db.pragma('wal_autocheckpoint = 0')
    db.exec('create table if not exists said (words text)')
    let n = 0; const one = () => { db.prepare('insert into said values (?)').run('x'.repeat(4000)); if (++n === 45) console.log('many') }
    setInterval(one, 5)`
  const one = spawn(process.execPath, ['-e', program, database], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(one)
  await new Promise(resolve => one.stdout.once('data', resolve))
  return one
}

async function killed(one: ChildProcess): Promise<void> {
  if (one.exitCode !== null || one.signalCode !== null) return
  const gone = new Promise(resolve => one.once('exit', resolve))
  one.kill('SIGKILL')
  await gone
}

function integrity(path: string): unknown {
  const sqlite = new Sqlite(path)
  try {
    return sqlite.pragma('integrity_check', { simple: true })
  } finally {
    sqlite.close()
  }
}

test('a backup into a place that takes no folders, or into a file, ends with a sentence', async () => {
  const here = { database, beside: database, uploads, bucket: null }
  const into = (folder: string) => backUp(here, folder, () => undefined)
  await expect(into('/proc/backups/monday')).rejects.toThrow('Nothing can be written in /proc/backups/monday')
  await expect(into(database)).rejects.toThrow('is a file. Name a folder for the backup')
  await into(join(monday, 'of', 'march'))
  expect(existsSync(join(monday, 'of', 'march', 'workbench.db'))).toBe(true)
})

test('a backup into the folder of the live database, or among its files, is refused and changes nothing', async () => {
  const here = { database, beside: database, uploads, bucket: null }
  const before = readFileSync(database)
  for (const folder of [dirname(database), uploads, join(uploads, 'within'), dirname(uploads)])
    await expect(backUp(here, folder, () => undefined)).rejects.toThrow('is where the workbench itself keeps')
  expect(readFileSync(database).equals(before)).toBe(true)
  expect(readdirSync(dirname(database))).not.toContain('workbench.db')
})

test('a backup ends while others write on and on, and is whole', { timeout: 120_000 }, async () => {
  const writer = await writing()
  const { files, missing } = await made()
  expect(writer.exitCode).toBeNull()
  await killed(writer)
  expect([files, missing]).toEqual([1, 0])
  expect((await checkBackup(monday, folderStore(uploads))).files).toBe(1)
  expect(existsSync(join(monday, 'workbench.db-wal'))).toBe(false)
  expect(integrity(join(monday, 'workbench.db'))).toBe('ok')
})

test(
  'a backup put by hand beside the log of the killed database is not opened, in a sentence',
  { timeout: 120_000 },
  async () => {
    await made()
    const writer = await writing()
    await killed(writer)
    const log = readFileSync(`${database}-wal`)
    copyFileSync(join(monday, 'workbench.db'), database)
    expect(() => openFile(database)).toThrow(/put there beside the log .* of another one.*npm run restore/)
    expect(readFileSync(`${database}-wal`).equals(log)).toBe(true)
  },
)

test(
  'the command puts it back, moves aside what was there, and the database is sound',
  { timeout: 120_000 },
  async () => {
    await made()
    await keepFile({ database, uploads }, 'b'.repeat(32), 'Written after the backup')
    const writer = await writing()
    await killed(writer)
    const { aside } = await putBack()
    const {
      db,
      engine: { sqlite },
    } = openFile(database)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(sqlite.prepare("select count(*) as n from sqlite_master where name = 'said'").get()).toEqual({ n: 0 })
    expect(await db.selectFrom('files').select('id').execute()).toHaveLength(1)
    await db.destroy()
    expect(await folderStore(uploads).size('b'.repeat(32))).toBeUndefined()

    // Nothing is lost: what was there is whole where it stands now.
    const before = new Sqlite(join(aside!, 'w.db'))
    expect(before.prepare('select count(*) as n from said').get()).toEqual({ n: expect.any(Number) as number })
    expect(before.prepare('select count(*) as n from files').get()).toEqual({ n: 2 })
    before.close()
    const moved = readdirSync(dirname(uploads)).find(name => name.startsWith('uploads.aside-'))!
    expect(await folderStore(join(dirname(uploads), moved)).size('b'.repeat(32))).toBeGreaterThan(0)
  },
)

test('it refuses while a workbench runs on the database', async () => {
  await made()
  const unlock = lockOn(database)
  await expect(putBack()).rejects.toThrow('Another workbench is already running')
  unlock()
  await putBack()
})

describe('before anything is touched, a backup that is not whole is refused in a sentence', () => {
  const spoilt: [how: string, says: RegExp, spoil: () => void][] = [
    ['a page is damaged', /is not the file that was written/, () => overwrite(join(monday, 'workbench.db'), 20_000)],
    [
      'a page is damaged and nothing says how it was',
      /is damaged|cannot be read/,
      () => (overwrite(join(monday, 'workbench.db'), 0), rmSync(join(monday, 'manifest.json'))),
    ],
    ['a file is missing', /is missing, though the database names it/, () => rmSync(fileIn(monday))],
    ['a file is damaged', /its bytes are not those/, () => writeFileSync(fileIn(monday), 'What the children rea!')],
    ['it is of a newer version', /of a newer version/, () => newer()],
    ['the folder is empty', /no workbench\.db/, () => (rmSync(monday, { recursive: true }), mkdirSync(monday))],
  ]
  test.each(spoilt)('%s', async (_how, says, spoil) => {
    await made()
    spoil()
    const was = readFileSync(database)
    await expect(checkBackup(monday, folderStore(uploads))).rejects.toThrow(says)
    await expect(putBack()).rejects.toThrow(says)
    expect(readFileSync(database).equals(was)).toBe(true)
    expect(readdirSync(dirname(database)).filter(name => name.startsWith('aside'))).toEqual([])
  })

  const fileIn = (folder: string) => folderStore(join(folder, 'uploads')).pathOf('a'.repeat(32))

  function overwrite(path: string, from: number): void {
    const bytes = readFileSync(path)
    bytes.fill(7, from, from + 60_000)
    writeFileSync(path, bytes)
  }

  function newer(): void {
    const sqlite = new Sqlite(join(monday, 'workbench.db'))
    sqlite.exec("insert into migrations values ('2099-01-01-0000-from-the-future', 'now')")
    sqlite.close()
    rmSync(join(monday, 'manifest.json'))
  }
})

test('a backup made again in the same folder holds what is new, and an interrupted one is not taken for whole', async () => {
  await made()
  await keepFile({ database, uploads }, 'b'.repeat(32), 'Written later')
  expect((await made()).files).toBe(2)
  expect((await checkBackup(monday, folderStore(uploads))).files).toBe(2)
})

test('a file that was erased while the backup was made is known to be missing', async () => {
  rmSync(folderStore(uploads).pathOf('a'.repeat(32)))
  expect((await made()).missing).toBe(1)
  const checked = await checkBackup(monday, folderStore(uploads))
  expect(checked.manifest!.missing).toEqual(['a'.repeat(32)])
  expect(checkedInWords(checked)).toMatch(
    /holds the database and \d of the \d files that it names\. The other 1 had no bytes/,
  )
})

test('when the last thing in a backup was done is read from what was done, whatever its list says', async () => {
  await made()
  const { manifest, lastDeedAt } = await checkBackup(monday, folderStore(uploads))
  writeFileSync(join(monday, 'manifest.json'), JSON.stringify({ ...manifest, madeAt: '2031-01-01T00:00:00.000Z' }))
  const checked = await checkBackup(monday, folderStore(uploads))
  expect(checked.lastDeedAt).toBe(lastDeedAt)
  const doneAt = '2026-11-20T09:30:00.000Z'
  expect(checkedInWords({ ...checked, lastDeedAt: doneAt })).toMatch(
    /Its list says that it was made on 1 January 2031.*; the last thing done in it is of 20 November 2026/,
  )
})
