import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ejs from 'ejs'
import { pino } from 'pino'
import { createApp } from '../../src/app.js'
import { openFile } from '../../src/database.js'
import { fillDemo } from '../../src/demo/fill.js'
import { folderStore } from '../../src/files/stores/folder.js'
import type { House } from '../../src/house.js'
import { KeyStore } from '../../src/keys/store.js'
import { onThisMachine } from '../../src/trusted-proxy.js'
import { buildLook } from '../../src/look/build.js'
import { migrate } from '../../src/migrate.js'
import { Following } from '../../src/facts/following.js'
import { forgetPdfs } from '../../src/pdf/draw.js'
import { restHeavyWork } from '../../src/heavy/resting.js'
import { brought } from '../../src/rooms.js'
import { stageKeys } from '../../src/stages.js'
import { hashOfToken, newToken } from '../../src/web/new-id.js'
import { listenTo } from '../questions-asked.js'
import { logManyPieces } from './many-pieces.js'
import { benchSearch } from './searching.js'

// Prints what the pages cost on the demo network, and again when one of its groups has 5,000 pieces: CPU as medians of one run
// taken in turn, beside a floor (as many pieces on a page of plain node http, better-sqlite3 and EJS), with how often each asks
// the database. Nothing is asserted: machines differ.
const many = 5000
const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
await buildLook()
const { db, engine } = openFile(join(folder, 'bench.db'))
const { sqlite } = engine
await migrate({ db, engine })
const server = createServer()
const base = await listening(server)
const house: House = {
  db,
  engine,
  store: folderStore(join(folder, 'uploads')),
  keys: new KeyStore(join(folder, 'bench.keys.db'), 'a secret of the bench'),
  journal: null,
  cache: join(folder, 'cache'),
  mail: { leaves: false, send: () => Promise.resolve(false) },
  log: pino({ level: 'silent' }),
  baseUrl: base,
  trustedProxy: onThisMachine,
  cast: null,
}
const filling = performance.now()
await fillDemo(house)
say('the demo filled', `${((performance.now() - filling) / 1000).toFixed(1)} s`)
server.on('request', createApp(house, new Following(house, brought.followers).start()))

const floor = createServer((_req, res) => res.end(floorPage({ pieces: floorQuery.all() })))
const floorQuery = sqlite.prepare(
  "select number, title, what_we_saw, kind, gathered_on from evidence where group_id = 'reading' order by gathered_on desc limit 24",
)
const floorPage = ejs.compile(
  '<ul><% for (const p of locals.pieces) { %><li><h2><%= p.title %></h2><p><%= p.what_we_saw %></p><p>E<%= p.number %> <%= p.kind %> <%= p.gathered_on %></p></li><% } %></ul>',
  { strict: true },
)
const floorBase = await listening(floor)

const cookies = { sadia: cookieOf('sadia'), nia: cookieOf('nia'), ifan: cookieOf('ifan') }
const piece = firstId("select id from evidence where group_id = 'reading' and reach = 'network' order by number")
const claim = firstId("select id from claims where group_id = 'reading' and retired_at is null order by number")
const group = `${base}/groups/reading`
const journeys: { name: string; address: string; cookie?: string }[] = [
  { name: 'floor: 24 pieces, plain', address: floorBase },
  { name: 'evidence list', address: `${group}/evidence`, cookie: cookies.sadia },
  { name: 'group home', address: group, cookie: cookies.sadia },
  ...stageKeys.map(stage => ({
    name: `stage ${stage}`,
    address: `${group}/stages/${stage}`,
    cookie: cookies.sadia,
  })),
  { name: 'your day, lead learner', address: `${base}/`, cookie: cookies.sadia },
  { name: 'your day, network leader', address: `${base}/`, cookie: cookies.nia },
  { name: 'one piece, from its list', address: `${base}/evidence/${piece}?list=all`, cookie: cookies.sadia },
  { name: 'choosing evidence for a claim', address: `${base}/claims/${claim}/evidence`, cookie: cookies.sadia },
  { name: 'copies form', address: `${group}/copies`, cookie: cookies.sadia },
  { name: 'new recommendation', address: `${group}/recommendations/new`, cookie: cookies.sadia },
  { name: 'claims', address: `${group}/claims`, cookie: cookies.sadia },
  { name: 'effects grid', address: `${base}/groups/marking/evaluation`, cookie: cookies.ifan },
  { name: 'network page with its matrix', address: `${base}/networks/hafren`, cookie: cookies.nia },
  { name: 'library', address: `${base}/published` },
  { name: 'published write-up, page', address: `${base}/published/write-ups/polish-is-for-the-car` },
]

const rounds = Number(process.argv[2] ?? 40)
const inDemo = await measured()
await logManyPieces(db, 'reading', many)
const inMany = await measured()
say('', `demo, and a group of ${many.toLocaleString('en-GB')} pieces: statements, bytes, CPU (× the floor of that run)`)
for (const { name } of journeys) say(name, `${inWords(inDemo, name)}   ${inWords(inMany, name)}`)

const pdf = `${base}/published/write-ups/polish-is-for-the-car.pdf`
const drawn: number[] = []
for (let round = 0; round < 5; round++) {
  await forgetPdfs(join(house.cache, 'pdf'))
  const began = performance.now()
  await fetched(pdf)
  drawn.push(performance.now() - began)
}
say('write-up PDF, first drawing', `${drawn[0]!.toFixed(0)} ms`)
say('write-up PDF, warm', `${median(drawn.slice(1)).toFixed(0)} ms`)
const kept = performance.now()
await fetched(pdf)
say('write-up PDF, kept', `${(performance.now() - kept).toFixed(0)} ms`)

await benchSearch(100_000, say)

await restHeavyWork()
server.close()
floor.close()
server.closeAllConnections()
floor.closeAllConnections()
await db.destroy()
rmSync(folder, { recursive: true, force: true })

interface Measured {
  cpu: number[]
  bytes: number
  statements: number
}

/** Floor and pages in turn, and apart from that once for what each of them asks. */
async function measured(): Promise<Map<string, Measured>> {
  const taken = new Map<string, Measured>()
  for (const { name, address, cookie } of journeys) {
    await fetched(address, cookie)
    const ask = listenTo(house)
    let bytes = 0
    const statements = (await ask(async () => void (bytes = await fetched(address, cookie)))).length
    taken.set(name, { cpu: [], bytes, statements })
  }
  for (let round = -3; round < rounds; round++)
    for (const { name, address, cookie } of journeys) {
      const before = process.cpuUsage()
      await fetched(address, cookie)
      const { user, system } = process.cpuUsage(before)
      if (round >= 0) taken.get(name)!.cpu.push((user + system) / 1000)
    }
  return taken
}

function inWords(all: Map<string, Measured>, name: string): string {
  const { cpu, bytes, statements } = all.get(name)!
  const times = median(cpu) / median(all.get(journeys[0]!.name)!.cpu)
  const figures = [`${statements}`.padStart(4), `${Math.round(bytes / 1000)} kB`.padStart(7)]
  return [...figures, `${median(cpu).toFixed(1)} ms (${times.toFixed(1)} ×)`.padStart(18)].join(' ')
}

function firstId(question: string): string {
  return (sqlite.prepare(question).get() as { id: string }).id
}

function listening(one: Server): Promise<string> {
  return new Promise(resolve =>
    one.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(one.address() as AddressInfo).port}`)),
  )
}

/** @returns how many bytes the page has */
function fetched(address: string, cookie?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } }, res => {
      let bytes = 0
      res.on('data', (part: Buffer) => (bytes += part.length))
      res.on('end', () => {
        if (res.statusCode !== 200) reject(new Error(`${address} answered ${res.statusCode}`))
        else resolve(bytes)
      })
    }).on('error', reject)
  })
}

function cookieOf(person: string): string {
  const token = newToken()
  const at = new Date().toISOString()
  sqlite
    .prepare('insert into sessions (token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?)')
    .run(hashOfToken(token), person, at, at)
  return `workbench=${token}`
}

function median(numbers: number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(34)} ${figure}\n`)
}
