import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../../src/root.js'
import { hashOfToken, newToken } from '../../src/web/new-id.js'
import { builtServer } from '../built-once.js'
import { template } from '../made-once.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-letter-'))
const database = join(home, 'data', 'w.db')
const tokens = { sam: newToken(), nia: newToken() }
const post = postOffice()
let running: ChildProcess | undefined

beforeAll(async () => {
  mkdirSync(join(home, 'data'))
  copyFileSync(template, database)
  const sqlite = new Sqlite(database)
  const at = new Date().toISOString()
  for (const [person, token] of Object.entries(tokens))
    sqlite
      .prepare('insert into sessions (token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?)')
      .run(hashOfToken(token), person, at, at)
  sqlite.close()
  await new Promise<void>(resolve => post.server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  if (running) await kill(running)
  post.close()
  rmSync(home, { recursive: true, force: true })
})

test('letters go although the workbench was killed between the deeds and the letters', async () => {
  const first = await start()
  const form = new URLSearchParams({ whatWeSaw: 'Two children swapped books at the window.', audience: 'group' })
  const logged = await ask(first.port, '/groups/reading/evidence', form)
  expect(logged.status).toBe(303)
  const piece = String(logged.headers.get('location'))

  // The post office answers nothing, so the letter is under way when everything stops.
  const withdrawn = await ask(first.port, `${piece}/withdrawal`, new URLSearchParams({ reason: 'They asked us to' }))
  expect(withdrawn.status).toBe(303)
  const leads = '/networks/hafren/schools/weir/data-leads'
  const named = await ask(first.port, leads, new URLSearchParams({ person: 'imran' }), 'nia')
  expect([named.status, named.headers.get('location')]).toEqual([303, leads])
  await vi.waitFor(() => expect(post.knocks()).toBeGreaterThan(1), { timeout: 20_000 })
  expect(post.letters).toEqual([])
  const journal = `${database}.withdrawals`
  expect([existsSync(journal), readFileSync(journal, 'utf8').includes(piece.split('/').at(-1)!)]).toEqual([true, true])
  await kill(first.one)

  post.open()
  await start()
  await vi.waitFor(() => expect(letters('A piece of evidence was withdrawn')).toHaveLength(1), { timeout: 60_000 })
  expect(letters('A piece of evidence was withdrawn')[0]).toContain(String(withdrawn.headers.get('location')))
  await vi.waitFor(() => expect(letters('A second person is needed')).not.toEqual([]), { timeout: 60_000 })
  expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(1)
}, 300_000)

function letters(subject: string): string[] {
  return post.letters.filter(letter => letter.includes(`Subject: ${subject}`))
}

async function start(): Promise<{ one: ChildProcess; port: number }> {
  const { port: smtp } = post.server.address() as AddressInfo
  const one = spawn(process.execPath, builtServer, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: `sqlite:${database}`,
      UPLOADS_DIR: join(home, 'uploads'),
      SMTP_URL: `smtp://127.0.0.1:${smtp}`,
      LOG_LEVEL: 'error',
    },
  })
  running = one
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

function ask(
  port: number,
  path: string,
  body: URLSearchParams,
  person: keyof typeof tokens = 'sam',
): Promise<Response> {
  const headers = { Cookie: `workbench=${tokens[person]}`, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
  return fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
}

/** A post office that keeps everybody waiting at the door until it opens. */
function postOffice() {
  const letters: string[] = []
  const sockets = new Set<Socket>()
  let isOpen = false
  let knocks = 0
  const server: Server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    knocks += 1
    if (isOpen) serve(socket, letters)
  })
  return {
    server,
    letters,
    knocks: () => knocks,
    open: () => (isOpen = true),
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function serve(socket: Socket, letters: string[]): void {
  let said = ''
  let letter: string | undefined
  socket.write('220 here\r\n')
  socket.on('data', more => {
    said += String(more)
    for (let end = said.indexOf('\r\n'); end >= 0; end = said.indexOf('\r\n')) {
      const line = said.slice(0, end)
      said = said.slice(end + 2)
      if (letter !== undefined) {
        if (line === '.') {
          letters.push(letter)
          letter = undefined
          socket.write('250 taken\r\n')
        } else letter += `${line}\n`
      } else if (line === 'DATA') {
        letter = ''
        socket.write('354 go on\r\n')
      } else if (line === 'QUIT') socket.end('221 bye\r\n')
      else socket.write('250 yes\r\n')
    }
  })
}
