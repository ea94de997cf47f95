import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../src/database.js'
import { migrate } from '../../src/migrate.js'
import { root } from '../../src/root.js'
import { hashOfToken, newToken } from '../../src/web/new-id.js'
import { buildOnce } from '../built-once.js'
import { kill, startWorkbench, type Workbench } from '../real-workbench.js'
import { type OwnServer, startPostgres } from '../starting-postgres.js'
import { fillRegion, regionOf } from './a-region.js'

// `npm run bench:engines -- --pieces=20000 --seconds=8`: fills a region and prints how many journeys are answered at rising load, by
// SQLite with one instance and PostgreSQL with one and two, in one run; then an instance and the server are killed in the middle, and
// what was acknowledged is counted. Everything runs on this machine, driver and server too: figures are for comparing, not for a brochure.
const { values } = parseArgs({
  options: {
    pieces: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '8' },
    engine: { type: 'string' },
    instances: { type: 'string' },
    kill: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const [pieces, seconds] = [Number(values.pieces), Number(values.seconds)]
const loads = [2, 8, 32]
const home = mkdtempSync(join(tmpdir(), 'workbench-engines-'))
const photo = readFileSync(join(root, 'src/demo/material/files/what-makes-you-pick-up-a-book.jpg'))
const say = (words: string) => void process.stdout.write(`${words}\n`)

interface Lead {
  person: string
  group: string
  network: string
  cookie: string
}
interface Told {
  took: number[]
  failed: number
  logged: string[]
  byJourney: Map<string, number[]>
}

buildOnce()
const settings = [
  { engine: 'sqlite', instances: 1 },
  { engine: 'postgres', instances: 1 },
  { engine: 'postgres', instances: 2 },
].filter(
  one =>
    (!values.engine || one.engine === values.engine) &&
    (!values.instances || one.instances === Number(values.instances)),
)
let server: OwnServer | undefined
try {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const own = settings.filter(one => one.engine === engine)
    if (own.length === 0) continue
    if (engine === 'postgres') server = await startPostgres({ isSafe: true })
    const address = engine === 'postgres' ? onServer(server!) : join(home, 'region.db')
    const leads = await filled(address)
    for (const { instances } of own) await measured(engine, instances, address, leads)
  }
} finally {
  server?.stop()
  rmSync(home, { recursive: true, force: true })
}

function onServer({ address }: OwnServer): string {
  const url = new URL(address)
  const named = ['-h', url.hostname, '-p', url.port, '-U', url.username]
  execFileSync('createdb', [...named, '--template=template0', '--encoding=UTF8', '--locale=C.UTF-8', 'region'])
  url.pathname = '/region'
  return url.href
}

async function filled(address: string): Promise<Lead[]> {
  const began = performance.now()
  const opened = openDatabase(address)
  await migrate(opened)
  const found = await fillRegion(opened.db, regionOf(pieces), words => say(`  ${words}`))
  const leads = found.slice(0, 200).map(one => ({ ...one, cookie: newToken() }))
  const at = new Date().toISOString()
  const sessions = leads.map(one => ({
    tokenHash: hashOfToken(one.cookie),
    personId: one.person,
    startedAt: at,
    lastSeenAt: at,
  }))
  await opened.db.insertInto('sessions').values(sessions).execute()
  await opened.engine.rest()
  await opened.db.destroy()
  say(`  filled in ${Math.round((performance.now() - began) / 1000)} s`)
  return leads
}

async function measured(engine: string, instances: number, address: string, leads: Lead[]): Promise<void> {
  const running: Workbench[] = []
  try {
    for (let place = 0; place < instances; place++) running.push(await startWorkbench(home, address))
    await under(2, 2, running, leads)
    for (const load of loads)
      report(`${engine} × ${instances}, ${load} at once`, await under(load, seconds, running, leads))
    if (values.kill && instances === 2) await whileKilling(running, address, leads)
  } finally {
    await Promise.all(running.map(kill))
  }
}

/** Each of so many people goes from one journey to the next without a pause. */
async function under(load: number, forSeconds: number, running: Workbench[], leads: Lead[]): Promise<Told> {
  const told: Told = { took: [], failed: 0, logged: [], byJourney: new Map() }
  const until = performance.now() + forSeconds * 1000
  let turn = 0
  await Promise.all(
    Array.from({ length: load }, async () => {
      while (performance.now() < until) await oneJourney(turn++, running, leads, told)
    }),
  )
  return told
}

async function oneJourney(turn: number, running: Workbench[], leads: Lead[], told: Told): Promise<void> {
  const lead = leads[(turn * 7) % leads.length]!
  const base = `http://127.0.0.1:${running[turn % running.length]!.port}`
  const headers = { Cookie: `workbench=${lead.cookie}`, 'Sec-Fetch-Site': 'same-origin' }
  const journeys: [string, () => Promise<Response>][] = [
    ['list', () => fetch(`${base}/groups/${lead.group}/evidence`, { headers })],
    ['group', () => fetch(`${base}/groups/${lead.group}`, { headers })],
    ['your day', () => fetch(`${base}/`, { headers })],
    ['search', () => fetch(`${base}/search?q=reading+day+${turn % 90}`, { headers })],
    ['log with photo', () => fetch(`${base}/groups/${lead.group}/evidence`, logging(turn, headers))],
    ['write-up as PDF', () => asPdf(`${base}/groups/${lead.group}`, headers)],
  ]
  const [name, go] = journeys[turn % journeys.length]!
  const began = performance.now()
  try {
    const answer = await go()
    await answer.arrayBuffer()
    if (answer.status >= 400) throw new Error(String(answer.status))
    if (name === 'log with photo') told.logged.push(answer.headers.get('location')!.split('/').at(-1)!)
    const took = performance.now() - began
    told.took.push(took)
    told.byJourney.set(name, [...(told.byJourney.get(name) ?? []), took])
  } catch {
    told.failed += 1
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** Whoever asks first begins the write-up. */
async function asPdf(group: string, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(`${group}/write-up.pdf`, { headers })
  if (answer.status !== 404) return answer
  await answer.arrayBuffer()
  await fetch(`${group}/write-up`, { method: 'POST', headers, redirect: 'manual' })
  return fetch(`${group}/write-up.pdf`, { headers })
}

function logging(turn: number, headers: Record<string, string>): RequestInit {
  const form = new FormData()
  form.set('whatWeSaw', `Counted under load, turn ${turn} of ${Date.now()}.`)
  form.set('audience', 'group')
  form.set('files', new Blob([photo], { type: 'image/jpeg' }), 'photo.jpg')
  return { method: 'POST', body: form, headers, redirect: 'manual' }
}

function report(name: string, { took, failed, byJourney }: Told): void {
  const inOrder = took.toSorted((one, other) => one - other)
  const each = [...byJourney].map(
    ([journey, times]) =>
      `${journey} ${ms(
        part(
          times.toSorted((one, other) => one - other),
          0.5,
        ),
      )}`,
  )
  say(
    `${name.padEnd(24)} ${(took.length / seconds).toFixed(1).padStart(6)}/s  p50 ${ms(part(inOrder, 0.5))}  p99 ${ms(part(inOrder, 0.99))}  failed ${failed}  (p50: ${each.join(', ')})`,
  )
}

/** In the middle of it an instance is killed, then the server, as by a power cut; what was acknowledged must be there. */
async function whileKilling(running: Workbench[], address: string, leads: Lead[]): Promise<void> {
  const all = under(8, 24, running, leads)
  await pause(5)
  await kill(running[1]!)
  const gone = running.splice(1, 1, await startWorkbench(home, address))
  await pause(5)
  server!.killAndStart()
  const told = await all
  const { db, engine } = openDatabase(address)
  const there = await db
    .selectFrom('evidence')
    .select('id')
    .where('id', 'in', ['', ...told.logged])
    .execute()
  await engine.rest()
  await db.destroy()
  say(
    `an instance and the server killed in the middle (${gone.length} started again): ${told.took.length} answered, ${told.failed} failed, ${told.logged.length} pieces acknowledged, ${told.logged.length - there.length} of them lost`,
  )
}

function pause(count: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, count * 1000))
}

function part(inOrder: number[], share: number): number {
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0
}

function ms(time: number): string {
  return `${Math.round(time)} ms`
}
