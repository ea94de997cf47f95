import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../src/database.js'
import { knownMigrations } from '../../src/known-migrations.js'
import { migrate } from '../../src/migrate.js'
import { root } from '../../src/root.js'
import { buildOnce } from '../built-once.js'
import { makeOlderDatabase, rowsOf, schemaOf, tablesIn } from './an-older-database.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-killed-'))
const older = join(home, 'older.db')
const points = Array.from({ length: 20 }, (_, number) => number)
const patience = { timeout: 300_000 }
/** Beside what is built, where it finds the libraries. */
const program = join(root, 'dist', 'tests', 'brings-up-to-date.mjs')

/** How it is where nobody kills anything, and how many statements that takes. */
let undisturbed: State
let statements: number
let ofThen: number

beforeAll(async () => {
  buildOnce()
  await build({
    entryPoints: [join(root, 'tests/house/brings-up-to-date.ts')],
    ...{ bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20', outfile: program },
  })
  ofThen = await makeOlderDatabase(older)
  const path = copyOf(older, 'undisturbed')
  const { signal, said } = await broughtUpToDate(path)
  expect([signal, said]).toEqual([null, expect.stringMatching(/^\d+$/)])
  statements = Number(said)
  undisturbed = stateOf(path)
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

test('an older database with rows in it comes to this version’s schema, with nothing that points at nothing', () => {
  expect(ofThen).toBeLessThan(knownMigrations().length / 2)
  expect(undisturbed.ran).toEqual(knownMigrations())
  expect(undisturbed.rows.get('evidence')).toHaveLength(24)
  expect([undisturbed.integrity, undisturbed.dangling]).toEqual(['ok', 0])
})

test.each(points)(
  'killed at point %i of 20 and started again, it comes to the same schema and rows',
  patience,
  async point => {
    const path = copyOf(older, `killed-${point}`)
    const { signal } = await broughtUpToDate(path, 1 + Math.floor(((point + 0.5) * statements) / points.length))
    expect(signal).toBe('SIGKILL')
    wholeSteps(path, point)
    const house = openFile(path)
    await migrate(house)
    await house.engine.rest()
    await house.db.destroy()
    expect(stateOf(path)).toEqual(undisturbed)
  },
)

test('killed at every start, each time a little further, it still comes to the same', patience, async () => {
  const path = copyOf(older, 'killed-again')
  for (const share of [0.1, 0.3, 0.5])
    expect((await broughtUpToDate(path, Math.floor(share * statements))).signal).toBe('SIGKILL')
  expect((await broughtUpToDate(path)).signal).toBeNull()
  expect(stateOf(path)).toEqual(undisturbed)
})

/** What stands there after the kill is sound, and says of the first so many migrations that they ran; it is read in a copy, log and all. */
function wholeSteps(path: string, point: number): void {
  const copy = copyOf(path, `seen-${point}`)
  const { ran, integrity, dangling } = stateOf(copy)
  expect(ran).toEqual(knownMigrations().slice(0, ran.length))
  expect(ran.length).toBeGreaterThanOrEqual(ofThen)
  expect([integrity, dangling]).toEqual(['ok', 0])
}

interface State {
  ran: string[]
  schema: string[]
  rows: Map<string, string[]>
  integrity: unknown
  dangling: number
}

function stateOf(path: string): State {
  const sqlite = new Sqlite(path)
  try {
    const tables = tablesIn(sqlite)
    return {
      ran: (sqlite.prepare('select name from migrations order by name').all() as { name: string }[]).map(
        one => one.name,
      ),
      schema: schemaOf(sqlite),
      rows: new Map(tables.map(table => [table, rowsOf(sqlite, table)])),
      integrity: sqlite.pragma('integrity_check', { simple: true }),
      dangling: (sqlite.pragma('foreign_key_check') as unknown[]).length,
    }
  } finally {
    sqlite.close()
  }
}

function copyOf(from: string, name: string): string {
  const to = join(home, `${name}.db`)
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end)
  return to
}

function broughtUpToDate(path: string, last?: number): Promise<{ signal: string | null; said: string }> {
  const words = [program, path, ...(last === undefined ? [] : [String(last)])]
  const one = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [one.stdout, one.stderr]) stream.on('data', more => (said += String(more)))
  return new Promise(resolve => one.once('close', (_code, signal) => resolve({ signal, said })))
}
