import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openFile } from '../../src/database.js'
import { fillDemo } from '../../src/demo/fill.js'
import { folderStore } from '../../src/files/stores/folder.js'
import { KeyStore } from '../../src/keys/store.js'
import { migrate } from '../../src/migrate.js'
import { onThisMachine } from '../../src/trusted-proxy.js'
import { buildOnce } from '../built-once.js'
import { kill, signedInTo, startWorkbench } from '../real-workbench.js'

// `npm run bench:storm`: prints how soon /healthz and a page answer, and how much memory the program and its helpers hold at most, while
// people and others ask for too much at once. Everything runs on this machine, the storm too: figures are for comparing.

const say = (words: string) => void process.stdout.write(`${words}\n`)
const home = mkdtempSync(join(tmpdir(), 'workbench-storm-'))
const file = join(home, 'storm.db')
const secret = 'a secret of the bench alone'
const middle = (of: number[]) => `${[...of].sort((a, b) => a - b)[of.length >> 1]?.toFixed(0)} ms`
const top = (of: number[]) => `${Math.max(...of).toFixed(0)} ms`
const rest = (milliseconds: number) => new Promise<number[]>(resolve => setTimeout(resolve, milliseconds, []))

buildOnce()
await fill()
const cookie = `workbench=${signedInTo(file, 'sadia')}`
const workbench = await startWorkbench(home, file, undefined, { KEYS_SECRET: secret })
const base = `http://127.0.0.1:${workbench.port}`
const headers = { cookie, 'sec-fetch-site': 'same-origin', accept: 'text/html' }

const sound = wavOf(20_000_000)
const storms: [string, () => Promise<number[]>][] = [
  ['nothing at all', () => rest(4000)],
  ['50 uploads of 20 MB, 20 sign-ins and ten PDFs', everything],
  [
    '40 PDFs for one person',
    () => Promise.all(Array.from({ length: 40 }, () => status('/published/reports/hafren-summer-2026.pdf'))),
  ],
  ['1,000 bodies that come a byte at a time', slowBodies],
  [
    '30 searches for 1,900 brackets',
    () => Promise.all(Array.from({ length: 30 }, () => status(`/search?q=${'%5B'.repeat(600)}`))),
  ],
]

try {
  await status('/groups/reading')
  say(['storm'.padEnd(48), 'healthz p50', 'most', 'a page p50', 'most', 'memory at most', 'answers'].join(' | '))
  for (const [name, storm] of storms) await measured(name, storm)
} finally {
  await kill(workbench)
  rmSync(home, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const { db, engine } = openFile(file)
  await migrate({ db, engine })
  const keys = new KeyStore(join(home, 'storm.keys.db'), secret)
  await fillDemo({
    ...{ db, engine, keys, journal: null, cast: null, trustedProxy: onThisMachine, cache: join(home, 'cache') },
    ...{ store: folderStore(join(home, 'uploads')), baseUrl: 'http://localhost', log: pino({ level: 'silent' }) },
    mail: { leaves: false, send: () => Promise.resolve(false) },
  })
  await keys.close()
  await engine.rest()
  await db.destroy()
}

async function measured(name: string, storm: () => Promise<number[]>): Promise<void> {
  let on = true
  const [health, page]: [number[], number[]] = [[], []]
  let most = 0
  const watch = async (path: string, into: number[], pause: number) => {
    while (on) {
      const began = performance.now()
      await status(path).catch(() => 0)
      into.push(performance.now() - began)
      await rest(pause)
    }
  }
  const weigh = async () => {
    while (on) {
      most = Math.max(most, held())
      await rest(100)
    }
  }
  const watching = [watch('/healthz', health, 20), watch('/groups/reading', page, 200), weigh()]
  const answers = await storm()
  on = false
  await Promise.all(watching)
  const counted = [...new Set(answers)].sort().map(one => `${answers.filter(of => of === one).length} × ${one}`)
  const cells = [
    name.padEnd(48),
    middle(health),
    top(health),
    middle(page),
    top(page),
    `${Math.round(most / 1024 ** 2)} MB`,
  ]
  say([...cells, counted.join(', ')].join(' | '))
}

async function status(path: string): Promise<number> {
  const answer = await fetch(base + path, { headers, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status
}

async function everything(): Promise<number[]> {
  const uploads = Array.from({ length: 50 }, async (_, at) => {
    const form = new FormData()
    form.set('whatWeSaw', `The storm, number ${at}.`)
    form.append('files', new Blob([new Uint8Array(sound)]), 'talk.wav')
    // Who is refused before their file was read finds the line closed.
    const answer = await fetch(`${base}/groups/reading/evidence`, {
      method: 'POST',
      headers,
      body: form,
      redirect: 'manual',
    }).catch(() => undefined)
    await answer?.arrayBuffer()
    return answer?.status ?? 0
  })
  const signIns = Array.from({ length: 20 }, async (_, at) => {
    const body = new URLSearchParams({ email: `nobody${at}@schools.example`, password: 'four words that differ' })
    const answer = await fetch(`${base}/sign-in`, {
      method: 'POST',
      headers: { ...headers, cookie: '' },
      body,
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    return answer.status
  })
  const pdfs = Array.from({ length: 10 }, (_, at) =>
    status(at % 2 ? '/published/reports/hafren-summer-2026.pdf' : '/groups/reading/evidence.pdf'),
  )
  return Promise.all([...uploads, ...signIns, ...pdfs])
}

/** @returns how each connection ended, after its answer or without one */
async function slowBodies(): Promise<number[]> {
  const head = `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 400\r\n\r\n`
  const sockets = Array.from({ length: 1000 }, () =>
    connect(workbench.port, '127.0.0.1', function (this: Socket) {
      this.write(head)
    }),
  )
  const answers = sockets.map(
    socket =>
      new Promise<number>(resolve => {
        let said = ''
        const drip = setInterval(() => socket.writable && socket.write('x'), 1000)
        socket.on('data', more => (said += String(more))).on('error', () => undefined)
        socket.on('close', () => {
          clearInterval(drip)
          resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 0))
        })
      }),
  )
  const ended = await Promise.race([Promise.all(answers), rest(45_000)])
  for (const socket of sockets) socket.destroy()
  return ended.length > 0 ? ended : Promise.all(answers)
}

/** Resident bytes of the program and of everything that it started (Linux). */
function held(): number {
  const parents = new Map<number, number[]>()
  for (const pid of readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)) {
    const parent = Number(/\) \S (\d+)/.exec(said(`/proc/${pid}/stat`))?.[1] ?? 0)
    parents.set(parent, [...(parents.get(parent) ?? []), pid])
  }
  const family = (pid: number): number[] => [pid, ...(parents.get(pid) ?? []).flatMap(family)]
  return family(workbench.process.pid!).reduce(
    (sum, pid) => sum + Number(said(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * 4096,
    0,
  )
}

function said(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function wavOf(bytes: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(bytes - 8, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes - 44, 40)
  return Buffer.concat([head, Buffer.alloc(bytes - 44, 128)])
}
