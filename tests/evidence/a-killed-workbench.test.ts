import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test, vi } from 'vitest'
import { folderStore } from '../../src/files/stores/folder.js'
import { template } from '../made-once.js'
import { kill, signedInTo, startWorkbench, type Workbench } from '../real-workbench.js'

const home = mkdtempSync(join(tmpdir(), 'workbench-killed-'))
const uploads = join(home, 'uploads')
const file = join(home, 'data', 'w.db')
let token = ''
let running: Workbench | undefined

afterAll(async () => {
  if (running) await kill(running)
  rmSync(home, { recursive: true, force: true })
})

test('a film goes on where it stopped after the workbench itself was killed in the middle of it', async () => {
  const film = Buffer.concat([
    Buffer.from('000000186674797069736f6d0000000069736f6d6d703432', 'hex'),
    Buffer.from(`000000746d6f6f760000006c6d766864${'00'.repeat(100)}`, 'hex'),
    boxOf(3 * 1024 * 1024),
  ])
  mkdirSync(join(home, 'data'))
  copyFileSync(template, file)
  token = signedInTo(file, 'sam')
  const killed = (running = await startWorkbench(home, file))
  const capture = 'a-capture-cut-in-two'
  const announced = JSON.stringify([{ part: 'film', name: 'Lesson.mp4', bytes: film.length }])
  const words = { group: 'reading', audience: 'group', whatWeSaw: 'Told with puppets', by: 'sam' }
  const form = new URLSearchParams({ ...words, capture, files: announced })
  const begun = await ask(
    killed.port,
    'POST',
    '/captures',
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    form,
  )
  expect(begun.status).toBe(202)
  const told = `capture ${inBase64(capture)},part ${inBase64('film')}`
  const made = await ask(killed.port, 'POST', '/uploads', {
    ...tus,
    'Upload-Length': String(film.length),
    'Upload-Metadata': told,
  })
  const address = String(made.headers.location)

  const half = film.length / 2
  const cut = request({
    port: killed.port,
    method: 'PATCH',
    path: address,
    headers: { ...ours(), ...going(0, film.length) },
  })
  cut.on('error', () => undefined)
  cut.write(film.subarray(0, half))
  await vi.waitFor(() => expect(arrived()).toBeGreaterThan(1_000_000), { timeout: 20_000 })
  await kill(killed)

  const { port } = (running = await startWorkbench(home, file))
  const where = await ask(port, 'HEAD', address, tus)
  const offset = Number(where.headers['upload-offset'])
  expect([where.status, offset > 0, offset <= half]).toEqual([200, true, true])
  const early = await ask(port, 'POST', '/captures', { 'Content-Type': 'application/x-www-form-urlencoded' }, form)
  expect([early.status, early.body.includes('"saved":false')]).toEqual([202, true])
  expect((await ask(port, 'PATCH', address, going(offset), film.subarray(offset))).status).toBe(204)
  const saved = await ask(port, 'POST', '/captures', { 'Content-Type': 'application/x-www-form-urlencoded' }, form)
  expect([saved.status, saved.body]).toEqual([201, expect.stringMatching(/Saved as E/)])

  const sqlite = new Sqlite(file, { readonly: true })
  const kept = sqlite.prepare("select stored_as, bytes from files where name = 'Lesson.mp4'").all() as Kept[]
  const pieces = sqlite.prepare("select id from evidence where what_we_saw = 'Told with puppets'").all()
  sqlite.close()
  expect([kept.length, pieces.length, kept[0]!.bytes]).toEqual([1, 1, film.length])
  const bytes = (await (await folderStore(uploads).read(kept[0]!.stored_as)).toArray()) as Buffer[]
  expect(Buffer.concat(bytes).equals(film)).toBe(true)
}, 240_000)

interface Kept {
  stored_as: string
  bytes: number
}

const tus = { 'Tus-Resumable': '1.0.0' }
const ours = () => ({ Cookie: `workbench=${token}`, 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' })
const going = (offset: number, length?: number) => ({
  ...tus,
  'Upload-Offset': String(offset),
  'Content-Type': 'application/offset+octet-stream',
  ...(length ? { 'Content-Length': String(length) } : {}),
})
const inBase64 = (words: string) => Buffer.from(words).toString('base64')

function boxOf(bytes: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytes + 8)
  head.write('mdat', 4, 'latin1')
  return Buffer.concat([head, randomBytes(bytes)])
}

/** Bytes of files that are still growing. */
function arrived(): number {
  const growing = readdirSync(uploads, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
  return growing.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0)
}

function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Buffer | URLSearchParams,
) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = request({ port, method, path, headers: { ...ours(), ...headers } }, answer => {
      let said = ''
      answer.on('data', more => (said += String(more)))
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: said }))
    })
    asked.on('error', reject)
    asked.end(body instanceof URLSearchParams ? body.toString() : body)
  })
}
