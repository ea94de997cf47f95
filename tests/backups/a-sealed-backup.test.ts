import {
  copyFileSync,
  cpSync,
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
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Sealing } from '../../src/backups/sealing.js'
import { openFile } from '../../src/database.js'
import { readEnvironment } from '../../src/environment.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { buildOnce } from '../built-once.js'
import { template } from '../made-once.js'
import { command as run, keepFile } from './an-installation.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-sealed-'))
const passphrase = 'four words nobody guesses'
const database = join(home, 'data', 'w.db')
const uploads = join(home, 'uploads')
const monday = join(home, 'monday')
const word = 'Quetzalcoatlus'

beforeAll(async () => {
  buildOnce()
  mkdirSync(dirname(database), { recursive: true })
  copyFileSync(template, database)
  await keepFile(here, 'a'.repeat(32), `The children read of ${word}.`)
  await callSam(word)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const here = { database, uploads }
const command = (program: string, words: string[], own = {}) => run(here, program, words, own)

async function callSam(name: string): Promise<void> {
  const { db } = openFile(database)
  await db.updateTable('people').set({ name }).where('id', '=', 'sam').execute()
  await db.destroy()
}

const sealed = { BACKUP_PASSPHRASE: passphrase }

function allIn(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
}

test('with a passphrase nothing in the backup can be read without it, and nothing is left beside the database', () => {
  const made = command('backing-up', [monday], sealed)
  expect([made.status, made.said]).toEqual([0, expect.stringContaining('Backed up the database and 1 files')])
  const files = allIn(monday)
  expect(files.map(one => one.name).sort()).toEqual(
    expect.arrayContaining(['key.age', 'manifest.json.age', 'workbench.db.age']) as string[],
  )
  for (const { name, bytes } of files) {
    expect(name).toMatch(/\.age$/)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(bytes.includes(word)).toBe(false)
  }
  expect(readdirSync(dirname(database)).filter(name => /^(backing-up|opened)/.test(name))).toEqual([])
})

test('it is looked through under its passphrase; without, and under another, a sentence says so', async () => {
  expect(command('backing-up', ['--check', monday], sealed).said).toContain(
    'The backup is whole: the database, and each of 1 files',
  )
  expect(command('backing-up', ['--check', monday]).said).toContain(
    'Set BACKUP_PASSPHRASE to the passphrase it was made under',
  )
  await expect(Sealing.of(monday, 'some other long passphrase')).rejects.toThrow(
    'BACKUP_PASSPHRASE does not open the backup',
  )
  expect(() => readEnvironment({ BACKUP_PASSPHRASE: 'short' })).toThrow('at least 16 letters')
})

test('only what is new is sealed the next time, and a plain backup does not go into the same folder', async () => {
  const key = folderStore(join(monday, 'uploads')).pathOf('a'.repeat(32))
  const before = readFileSync(`${key}.age`)
  await keepFile(here, 'b'.repeat(32), 'Second.')
  expect(command('backing-up', [monday], sealed).said).toContain('2 files')
  expect(readFileSync(`${key}.age`).equals(before)).toBe(true)
  expect(command('backing-up', [monday]).said).toContain('is sealed. Set BACKUP_PASSPHRASE')
})

test('a sealed file that was altered or cut short is named', () => {
  const bad = join(home, 'altered')
  cpSync(monday, bad, { recursive: true })
  const path = join(bad, 'workbench.db.age')
  const bytes = readFileSync(path)
  bytes[bytes.length - 40]! ^= 1
  writeFileSync(path, bytes)
  expect(command('backing-up', ['--check', bad], sealed).said).toContain(
    'workbench.db.age cannot be opened: it was cut short or altered',
  )
})

test('it is put back, with its words and files', async () => {
  rmSync(database)
  rmSync(uploads, { recursive: true })
  const back = command('restoring', [monday], sealed)
  expect([back.status, back.said]).toEqual([
    0,
    expect.stringContaining('The backup is in its place: the database and 2 files'),
  ])
  const { db } = openFile(database)
  expect(await db.selectFrom('people').select('name').where('id', '=', 'sam').executeTakeFirst()).toEqual({
    name: word,
  })
  await db.destroy()
  expect(readFileSync(folderStore(uploads).pathOf('a'.repeat(32)), 'utf8')).toContain(word)
  expect(existsSync(`${database}.arriving`)).toBe(false)
})
