import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../src/database.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { root } from '../../src/root.js'
import { buildOnce } from '../built-once.js'
import { template } from '../made-once.js'
import { command as run, keepFile } from './an-installation.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-drill-'))
const database = join(home, 'data', 'w.db')
const uploads = join(home, 'uploads')
const monday = join(home, 'monday')
const sealedMonday = join(home, 'sealed')
const sealed = { BACKUP_PASSPHRASE: 'four words nobody guesses' }
const key = 'a'.repeat(32)
const patience = { timeout: 300_000 }

beforeAll(async () => {
  buildOnce()
  mkdirSync(dirname(database), { recursive: true })
  copyFileSync(template, database)
  await keepFile(here, key, 'What the children read')
  await logPiece()
  expect(command('backing-up', [monday]).status).toBe(0)
  expect(command('backing-up', [sealedMonday], sealed).status).toBe(0)
}, 300_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

const here = { database, uploads }
const command = (program: string, words: string[], own = {}) => run(here, program, words, own)

async function logPiece(): Promise<void> {
  const { db } = openFile(database)
  const piece = {
    ...{ id: 'p', groupId: 'reading', number: 901, title: 'A talk', whatWeSaw: 'Two readers swapped books.' },
    ...{ enquiryId: 'reading-1', kind: 'observation', stage: 'evaluation', gatheredOn: '2026-11-01' },
    ...{ loggedAt: '2026-11-01T09:00:00.000Z', loggedBy: 'sam' },
  }
  await db
    .insertInto('evidence')
    .values(piece as never)
    .execute()
  await db.destroy()
}

const drilled = (place: string, own = {}) => command('restoring', ['--drill', place], own)
const verified = (path: string) => command('restoring', ['--verify', path])
const resultIn = (said: string) => /The signed result is (\S+);/.exec(said)![1]!
const leftOver = () => readdirSync(dirname(database)).filter(name => /^(?:drilling|opened|aside)/.test(name))

function all(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  return Object.fromEntries(
    files.map(one => {
      const path = join(one.parentPath, one.name)
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')]
    }),
  )
}

test('one command tries a backup, says how long it took, and leaves nothing but a signed result', patience, () => {
  const before = { ...all(uploads), ...all(monday), database: readFileSync(database).length }
  const { status, said } = drilled(monday)
  expect([status, said]).toEqual([0, expect.stringMatching(/^After \d+\.\d seconds: the backup was put back, whole\./)])
  const words = readFileSync(resultIn(said), 'utf8')
  for (const part of [
    'Outcome: the backup was put back, whole\n',
    `Backup: ${monday}\n`,
    /Made at: 20\d\d-/,
    /It took: \d/,
    /Database: \d+ rows in \d+ tables, as many as in the backup/,
    'Files: 1, of 22 bytes, each by its hash\n',
    'Findings: none\n',
    / {2}files: 1\n/,
    / {2}evidence: \d+\n/,
    /\nSigned: [\da-f]{16} \S{88}\n$/,
  ])
    expect(words).toMatch(part)
  expect({ ...all(uploads), ...all(monday), database: readFileSync(database).length }).toEqual(before)
  expect(leftOver()).toEqual([])
  expect(statSync(join(dirname(database), 'w.drills.pem')).mode & 0o777).toBe(0o600)
  expect(statSync(resultIn(said)).mode & 0o777).toBe(0o600)
})

test('a result that was changed by one letter, or signed elsewhere, is known', patience, () => {
  const path = resultIn(drilled(monday).said)
  expect(verified(path)).toEqual({
    status: 0,
    said: expect.stringContaining('It was signed here, and is as it was then.') as string,
  })
  const changed = join(home, 'changed.txt')
  const words = readFileSync(path, 'utf8')
  writeFileSync(changed, words.replace('Files: 1', 'Files: 9'))
  expect(verified(changed)).toEqual({ status: 1, said: expect.stringContaining('It was changed after') as string })
  writeFileSync(changed, `${words}Files: 9\n`)
  expect(verified(changed).said).toContain('does not end with a line that signs it')
  writeFileSync(changed, words.replace(/Signed: [\da-f]{16}/, `Signed: ${'0'.repeat(16)}`))
  expect(verified(changed).said).toContain('another key signed it')
  const elsewhere = { DATABASE_URL: `sqlite:${join(home, 'elsewhere', 'w.db')}` }
  expect(command('restoring', ['--verify', path], elsewhere).said).toContain('There is no key at')
  expect(existsSync(join(home, 'elsewhere'))).toBe(false)
})

test('a sealed backup is tried too, and stays sealed', patience, () => {
  const { status, said } = drilled(sealedMonday, sealed)
  expect([status, said]).toEqual([0, expect.stringContaining('put back, whole')])
  expect(readFileSync(resultIn(said), 'utf8')).toContain(`Backup: ${sealedMonday} (sealed)\n`)
  expect(leftOver()).toEqual([])
})

test('what was withdrawn after the backup is recorded again in the drill, and the result counts it', patience, () => {
  const line = { fact: 'f-1', kind: 'evidence withdrawn', at: '2026-11-02T09:00:00.000Z', piece: 'p', person: 'sam' }
  writeFileSync(`${database}.withdrawals`, `${JSON.stringify({ ...line, files: [] })}\n`)
  const { status, said } = drilled(monday)
  expect([status, said]).toEqual([0, expect.stringContaining('whole')])
  expect(readFileSync(resultIn(said), 'utf8')).toContain('Recorded again from the journal: 1 withdrawals and erasures')
  rmSync(`${database}.withdrawals`)
})

test('a backup with a damaged file or database fails, and the signed result says why', patience, () => {
  const bad = join(home, 'bad')
  cpSync(monday, bad, { recursive: true })
  writeFileSync(folderStore(join(bad, 'uploads')).pathOf(key), 'What the children rea!')
  const file = drilled(bad)
  expect([file.status, file.said]).toEqual([1, expect.stringMatching(/is damaged: its bytes are not those/)])
  const result = readFileSync(resultIn(file.said), 'utf8')
  expect(result).toMatch(/Outcome: the backup could not be put back\n[^]*Findings: 1\n {2}- The file \S*bad\/uploads/)
  expect(verified(resultIn(file.said)).status).toBe(0)

  const altered = join(home, 'altered')
  cpSync(sealedMonday, altered, { recursive: true })
  const bytes = readFileSync(join(altered, 'workbench.db.age'))
  bytes[bytes.length - 40]! ^= 1
  writeFileSync(join(altered, 'workbench.db.age'), bytes)
  const database = drilled(altered, sealed)
  expect([database.status, database.said]).toEqual([1, expect.stringContaining('it was cut short or altered')])
  expect(leftOver()).toEqual([])
})

test('a sealed backup that nobody can open any more is a drill that failed, signed like any other', patience, () => {
  for (const [own, says] of [
    [{}, 'Set BACKUP_PASSPHRASE to the passphrase it was made under'],
    [{ BACKUP_PASSPHRASE: 'another long passphrase' }, 'does not open the backup'],
  ] as const) {
    const { status, said } = drilled(sealedMonday, own)
    expect([status, said]).toEqual([1, expect.stringContaining(says)])
    const result = readFileSync(resultIn(said), 'utf8')
    expect(result).toMatch(/Outcome: the backup could not be put back\n[^]*\(sealed\)[^]*Findings: 1\n/)
    expect(result).toContain(says)
    expect(verified(resultIn(said)).status).toBe(0)
  }
  expect(leftOver()).toEqual([])
})

test('a result that was copied with the line ends of another system is the same result', patience, () => {
  const result = resultIn(drilled(monday).said)
  const copied = join(home, 'copied.txt')
  writeFileSync(copied, readFileSync(result, 'utf8').replaceAll('\n', '\r\n').replace(/^/, '\uFEFF'))
  expect(verified(copied)).toEqual({ status: 0, said: verified(result).said })
})

test('what is no backup, or is asked for in other words, gets one sentence and leaves nothing', patience, () => {
  const results = () => readdirSync(join(dirname(database), 'drills')).length
  const before = results()
  const file = join(home, 'a-file')
  writeFileSync(file, '')
  mkdirSync(join(home, 'empty'))
  const wrong: [words: string[], own: Record<string, string>, says: string][] = [
    [['--drill', join(home, 'nowhere')], {}, 'There is no backup at'],
    [['--drill', file], {}, 'is a file. A drill tries a whole backup'],
    [['--drill', join(home, 'empty')], {}, 'There is no workbench.db in'],
    [['--drill'], {}, 'Name the backup to try'],
    [['--drill', monday, file], {}, 'Name the backup to try'],
    [['--dril', monday], {}, '--dril is not known here'],
    [['--verify'], {}, 'Name the result of a drill'],
    [['--verify', join(home, 'nowhere')], {}, 'There is no result at'],
    [['--verify', home], {}, 'is a folder'],
    [['--verify', file, file], {}, 'Name the result of a drill'],
    [[], {}, 'Name the backup to put back'],
  ]
  for (const [words, own, says] of wrong) {
    const { status, said } = command('restoring', words, own)
    expect([words, status, said]).toEqual([words, 1, expect.stringContaining(says)])
    expect(said.trim().split('\n')).toHaveLength(1)
  }
  expect(results()).toBe(before)
  expect(leftOver()).toEqual([])
})

test(
  'a drill that is told to stop leaves nothing in clear, nor does one that was killed, once another begins',
  patience,
  async () => {
    for (const [signal, code] of [
      ['SIGTERM', 143],
      ['SIGINT', 130],
      ['SIGKILL', null],
    ] as const) {
      const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${database}`, UPLOADS_DIR: uploads, ...sealed }
      const child = spawn('node', [join(root, 'dist/src/restoring.js'), '--drill', sealedMonday], {
        env,
        stdio: 'ignore',
      })
      const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
      await expect.poll(leftOver, { interval: 1, timeout: 60_000 }).not.toEqual([])
      child.kill(signal)
      expect(await ended).toBe(code)
      if (signal !== 'SIGKILL') expect(leftOver()).toEqual([])
    }
    expect(leftOver()).not.toEqual([])
    expect(drilled(monday).status).toBe(0)
    expect(leftOver()).toEqual([])
  },
)

test(
  'an option of the backup that is mistyped makes no backup over the one that was to be looked through',
  patience,
  () => {
    const before = all(monday)
    for (const words of [
      ['--chek', monday],
      ['--check', monday, home],
      [monday, '--check', '--all'],
    ]) {
      const { status, said } = command('backing-up', words)
      expect([words, status, said.trim().split('\n').length]).toEqual([words, 1, 1])
    }
    expect(all(monday)).toEqual(before)
  },
)
