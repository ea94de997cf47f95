import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test, vi } from 'vitest'
import { root } from '../../src/root.js'
import { hashOfToken, newToken } from '../../src/web/new-id.js'
import { builtServer } from '../built-once.js'
import { template } from '../made-once.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-killed-post-'))
const file = join(home, 'w.db')
const token = newToken()
const running: ChildProcess[] = []
const patience = { timeout: 60_000, interval: 200 }
const offices: Server[] = []

afterAll(async () => {
  for (const one of running) await kill(one)
  for (const office of offices) office.close()
  rmSync(home, { recursive: true, force: true })
})

test('a letter that was not out when the workbench was killed goes once after the next start, and never again', async () => {
  copyFileSync(template, file)
  signedIn()
  const mute = await officeThat('says nothing')
  const first = await start(mute.port)
  const words = { group: 'reading', audience: 'group', whatWeSaw: 'Told with puppets', by: 'bilal' }
  expect(await post(first.port, '/captures', { ...words, capture: 'told-with-puppets', files: '[]' })).toBe(201)
  const piece = rows("select id from evidence where what_we_saw = 'Told with puppets'")[0]!.id
  expect(await post(first.port, `/evidence/${piece}/withdrawal`, { reason: 'A parent asked' })).toBe(303)
  const challenge = { words: 'Who is left out?', kind: 'challenge', 'names-answer': 'as it is' }
  expect(await post(first.port, '/groups/reading/stages/purpose/comments', challenge)).toBe(303)
  await vi.waitFor(() => expect(mute.calls()).toBeGreaterThan(0), patience)
  await vi.waitFor(
    () => expect(rows("select * from letters_to_send where letter = 'challenges'").length).toBeGreaterThan(0),
    patience,
  )
  await kill(first.one)
  expect(rows("select * from fact_outbox join facts on id = fact_id where kind = 'evidence withdrawn'")).toHaveLength(1)

  // Ten minutes later somebody starts it again.
  change('update letters_to_send set written_at = ?', new Date(Date.now() - 600_000).toISOString())
  const office = await officeThat('takes letters')
  const second = await start(office.port)
  const toSadia = () => office.letters().filter(one => one.includes('To: sadia@'))
  await vi.waitFor(() => {
    expect(toSadia().filter(one => one.includes('A piece of evidence was withdrawn'))).toHaveLength(1)
    expect(toSadia().filter(one => one.includes('A challenge to Purpose waits'))).toHaveLength(1)
    expect(rows('select * from fact_outbox')).toEqual([])
    expect(rows('select * from letters_to_send where sent_at is null')).toEqual([])
  }, patience)
  const sent = office.letters().length
  await kill(second.one)

  const third = await start(office.port)
  expect(await post(third.port, '/groups/reading/stages/purpose/comments', { ...challenge, words: 'And now?' })).toBe(
    303,
  )
  await vi.waitFor(
    () => expect(rows('select * from letters_to_send where sent_at is null').length).toBeGreaterThan(0),
    patience,
  )
  expect(rows('select * from fact_outbox')).toEqual([])
  expect(office.letters()).toHaveLength(sent)
}, 240_000)

/** A post office on this machine, of which each letter is kept as it came. */
async function officeThat(does: 'says nothing' | 'takes letters') {
  const letters: string[] = []
  const sockets: Socket[] = []
  const office = createServer(socket => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    if (does === 'says nothing') return
    let letter: string[] | null = null
    let rest = ''
    socket.write('220 here\r\n')
    socket.on('data', chunk => {
      const lines = `${rest}${String(chunk)}`.split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (letter && line !== '.') letter.push(line)
        else if (letter) {
          letters.push(letter.join('\n'))
          letter = null
          socket.write('250 taken\r\n')
        } else if (line === 'DATA') {
          letter = []
          socket.write('354 go on\r\n')
        } else socket.write('250 yes\r\n')
      }
    })
  })
  offices.push(office)
  await new Promise<void>(resolve => office.listen(0, '127.0.0.1', resolve))
  return { port: (office.address() as AddressInfo).port, calls: () => sockets.length, letters: () => letters }
}

function change(sql: string, ...values: string[]): void {
  const sqlite = new Sqlite(file)
  sqlite.prepare(sql).run(...values)
  sqlite.close()
}

function rows(sql: string): { id: string }[] {
  const sqlite = new Sqlite(file, { readonly: true })
  const found = sqlite.prepare(sql).all() as { id: string }[]
  sqlite.close()
  return found
}

/** Bilal is signed in. */
function signedIn(): void {
  const at = new Date().toISOString()
  change(
    'insert into sessions (token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?)',
    ...[hashOfToken(token), 'bilal', at, at],
  )
}

async function start(smtp: number): Promise<{ one: ChildProcess; port: number }> {
  const env = {
    ...{ PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'fatal' },
    ...{ DATABASE_URL: `sqlite:${file}`, UPLOADS_DIR: join(home, 'uploads'), SMTP_URL: `smtp://127.0.0.1:${smtp}` },
  }
  const one = spawn(process.execPath, builtServer, { cwd: root, env })
  running.push(one)
  let said = ''
  const port = await new Promise<number>((resolve, reject) => {
    for (const stream of [one.stdout, one.stderr])
      stream.on('data', more => {
        said += String(more)
        const found = /open at http:\/\/[^:]+:(\d+)/.exec(said)
        if (found) resolve(Number(found[1]))
      })
    one.once('exit', code => reject(new Error(`It ended with ${code}: ${said}`)))
  })
  return { one, port }
}

async function kill(one: ChildProcess): Promise<void> {
  if (one.exitCode !== null || one.signalCode !== null) return
  const gone = new Promise(resolve => one.once('exit', resolve))
  one.kill('SIGKILL')
  await gone
}

function post(port: number, path: string, fields: Record<string, string>): Promise<number> {
  const headers = {
    ...{
      Cookie: `workbench=${token}`,
      'Sec-Fetch-Site': 'same-origin',
      Accept: path === '/captures' ? 'application/json' : 'text/html',
    },
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  return new Promise((resolve, reject) => {
    const asked = request({ port, method: 'POST', path, headers }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode!))
    })
    asked.on('error', reject)
    asked.end(new URLSearchParams(fields).toString())
  })
}
