import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ejs from 'ejs'
import { pino } from 'pino'
import { createApp } from '../../src/app.js'
import { openDatabase } from '../../src/database.js'
import { fillDemo } from '../../src/demo/fill.js'
import { folderStore } from '../../src/files/store.js'
import type { House } from '../../src/house.js'
import { KeyStore } from '../../src/keys/store.js'
import { onThisMachine } from '../../src/trusted-proxy.js'
import { buildLook } from '../../src/look/build.js'
import { migrate } from '../../src/migrate.js'
import { Following } from '../../src/facts/following.js'
import { forgetPdfs } from '../../src/pdf/draw.js'
import { restHeavyWork } from '../../src/heavy/resting.js'
import { brought } from '../../src/rooms.js'
import { hashOfToken, newToken } from '../../src/web/new-id.js'
import { benchSearch } from './searching.js'

// Prints how quick the pages are on the demo network, as medians of one run taken in turn, beside a floor: the same
// pieces on a page of plain node http, better-sqlite3 and EJS. Nothing is asserted: machines differ.
const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
await buildLook()
const { db, sqlite } = openDatabase(join(folder, 'bench.db'))
await migrate({ db, sqlite })
const server = createServer()
const base = await listening(server)
const house: House = {
  db,
  sqlite,
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
const journeys: { name: string; address: string; cookie?: string }[] = [
  { name: 'floor: 24 pieces, plain', address: floorBase },
  { name: 'evidence list, 24 of 219', address: `${base}/groups/reading/evidence`, cookie: cookies.sadia },
  { name: 'group home', address: `${base}/groups/reading`, cookie: cookies.sadia },
  { name: 'stage page', address: `${base}/groups/reading/stages/evidence`, cookie: cookies.sadia },
  { name: 'claims', address: `${base}/groups/reading/claims`, cookie: cookies.sadia },
  { name: 'effects grid', address: `${base}/groups/marking/evaluation`, cookie: cookies.ifan },
  { name: 'network page with its matrix', address: `${base}/networks/hafren`, cookie: cookies.nia },
  { name: 'your day, network leader', address: `${base}/`, cookie: cookies.nia },
  { name: 'your day, lead learner', address: `${base}/`, cookie: cookies.sadia },
  { name: 'published write-up, page', address: `${base}/published/write-ups/polish-is-for-the-car` },
]

const rounds = Number(process.argv[2] ?? 40)
const taken = new Map<string, { wall: number[]; cpu: number[] }>(journeys.map(one => [one.name, { wall: [], cpu: [] }]))
for (let round = -3; round < rounds; round++) {
  for (const { name, address, cookie } of journeys) {
    const began = performance.now()
    const before = process.cpuUsage()
    const status = await fetched(address, cookie)
    if (status !== 200) throw new Error(`${name} answered ${status}`)
    const { user, system } = process.cpuUsage(before)
    if (round < 0) continue
    taken.get(name)!.wall.push(performance.now() - began)
    taken.get(name)!.cpu.push((user + system) / 1000)
  }
}
const ground = median(taken.get(journeys[0]!.name)!.cpu)
for (const [name, { wall, cpu }] of taken) {
  say(
    name,
    `${median(wall).toFixed(1)} ms, CPU ${median(cpu).toFixed(1)} ms (${(median(cpu) / ground).toFixed(1)} × the floor)`,
  )
}

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

function listening(one: Server): Promise<string> {
  return new Promise(resolve =>
    one.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(one.address() as AddressInfo).port}`)),
  )
}

function fetched(address: string, cookie?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } }, res => {
      res.resume().on('end', () => resolve(res.statusCode ?? 0))
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
