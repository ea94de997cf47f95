import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readEnvironment } from '../../src/environment.js'
import { root } from '../../src/root.js'
import { builtServer } from '../built-once.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-start-'))
const running: ChildProcess[] = []
const patience = 180_000
let first: Awaited<ReturnType<typeof opened>>

beforeAll(async () => void (first = await opened(start('empty'))), patience)

afterAll(async () => {
  for (const one of running.filter(one => one.exitCode === null && one.signalCode === null)) {
    const gone = new Promise(resolve => one.once('exit', resolve))
    one.kill('SIGKILL')
    await gone
  }
  rmSync(home, { recursive: true, force: true })
})

test('an empty installation opens and prints a setup code with its address', async () => {
  expect(first.code).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/)
  expect(first.said).toContain(`http://localhost:${first.port}/setup`)
  const page = await fetch(`http://localhost:${first.port}/setup`)
  expect(page.status).toBe(200)
})

test('a second workbench on the same database refuses to start', { timeout: patience }, async () => {
  const second = await ended(start('empty'))
  expect(second.code).toBe(1)
  expect(second.said).toContain('Another workbench is already running on')
})

test(
  'a folder that cannot be made and a port that is taken are said in a sentence',
  { timeout: patience },
  async () => {
    writeFileSync(join(home, 'a-file'), '')
    const folder = await ended(start('folder', { UPLOADS_DIR: join(home, 'a-file', 'uploads') }))
    expect([folder.code, folder.said]).toEqual([1, expect.stringContaining('UPLOADS_DIR needs the folder')])
    const port = await ended(start('port', { PORT: String(first.port) }))
    expect([port.code, port.said]).toEqual([1, expect.stringContaining(`PORT ${first.port} is in use`)])
  },
)

test('told to stop, it finishes the requests in flight and takes no new ones', { timeout: patience }, async () => {
  const { process, port } = first
  const body = 'email=nobody%40schools.example&password=not+the+right+one'
  const line = connect(port, '127.0.0.1')
  let said = ''
  line.on('data', more => (said += more.toString()))
  const answered = new Promise(resolve => line.on('end', resolve))
  line.write(
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  await new Promise(resolve => setTimeout(resolve, 1000))
  process.kill('SIGTERM')
  await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow(), 5000)
  line.write(body)
  await answered
  expect(said).toContain('HTTP/1.1 422')
  expect(said).toContain('do not go together')
  expect(await exitOf(process)).toBe(0)
  const wal = join(home, 'empty', 'w.db-wal')
  expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0)
})

test('the next start prints a new code', { timeout: patience }, async () => {
  expect((await opened(start('empty'))).code).not.toBe(first.code)
})

test('every wrong variable gets a sentence, and the exit code is 1', { timeout: patience }, async () => {
  const wrong = {
    PORT: 'eighty',
    HOST: 'a b',
    DATABASE_URL: 'mysql://x',
    FILES_URL: 'bucket://files',
    BASE_URL: 'workbench',
    SMTP_URL: 'mail',
    LOG_LEVEL: 'loud',
  }
  const { code, said } = await ended(start('wrong', wrong))
  expect(code).toBe(1)
  for (const name of Object.keys(wrong)) expect(said).toMatch(new RegExp(`^${name} must .+\\.$`, 'm'))
})

test('addresses that nothing can be reached at are wrong too, and those that are right are not', () => {
  for (const wrong of ['smtp://x:99999', 'smtp://', 'http://mail.example.org'])
    expect(() => readEnvironment({ SMTP_URL: wrong })).toThrow('SMTP_URL must start with')
  for (const wrong of [
    'postgres://workbench@127.0.0.1:5432/',
    'postgres://db:99999/workbench',
    'postgres:///workbench',
  ])
    expect(() => readEnvironment({ DATABASE_URL: wrong })).toThrow(
      'DATABASE_URL must be a PostgreSQL address that names',
    )
  const right = {
    SMTP_URL: 'smtps://robin%40example.org:p%40ss@mail.example.org:465',
    DATABASE_URL: 'postgres://workbench:p%40ss@db.example.org:5432/workbench',
  }
  expect(readEnvironment(right)).toMatchObject({ smtpUrl: right.SMTP_URL, database: right.DATABASE_URL })
})

test('the demo opens for this machine only', () => {
  expect(() => readEnvironment({ HOST: '0.0.0.0' }, true)).toThrow('The demo signs anyone in with one click')
  expect(readEnvironment({}, true).demo).toBe(true)
})

function start(name: string, more: Record<string, string> = {}): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATABASE_URL: `sqlite:${join(home, name, 'w.db')}`,
    UPLOADS_DIR: join(home, name, 'uploads'),
    LOG_LEVEL: 'error',
    ...more,
  }
  const one = spawn(process.execPath, builtServer, { cwd: root, env })
  running.push(one)
  return one
}

async function opened(one: ChildProcess) {
  const said = await new Promise<string>((resolve, reject) => {
    let words = ''
    one.stdout!.on('data', more => {
      words += String(more)
      if (/works once: \S+\n/.test(words)) resolve(words)
    })
    one.stderr!.on('data', more => (words += String(more)))
    one.once('exit', code => reject(new Error(`It ended with ${code}: ${words}`)))
  })
  const port = Number(/open at http:\/\/localhost:(\d+)/.exec(said)![1])
  return { process: one, said, port, code: /works once: (\S+)/.exec(said)![1]! }
}

async function ended(one: ChildProcess) {
  let said = ''
  one.stderr!.on('data', more => (said += String(more)))
  const code = await exitOf(one)
  return { code, said }
}

function exitOf(one: ChildProcess): Promise<number | null> {
  if (one.exitCode !== null) return Promise.resolve(one.exitCode)
  return new Promise(resolve => one.once('close', code => resolve(code)))
}
