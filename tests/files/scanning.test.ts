import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clamdAt, scannerAddressIn } from '../../src/files/receiving/scanning.js'
import { unread } from '../../src/names/names.js'
import { log, real } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

// SCAN_URL names a real clamd where there is one; otherwise this speaks as man 8 clamd says. Both know the test file of EICAR.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const given = process.env.SCAN_URL ? scannerAddressIn(process.env.SCAN_URL)! : undefined
const folder = mkdtempSync(join(tmpdir(), 'workbench-scanning-'))
const world = newWorld()
let clamd: Server | undefined
let port = 0

function speaking(): Server {
  return createServer(socket => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (more: Buffer) => {
      heard = Buffer.concat([heard, more])
      const body = heard.subarray('zINSTREAM\0'.length)
      const parts: Buffer[] = []
      for (let at = 0; at + 4 <= body.length;) {
        const length = body.readUInt32BE(at)
        if (length === 0) {
          const found = Buffer.concat(parts).includes(eicar)
          return void socket.end(found ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0')
        }
        parts.push(body.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
      if (heard.length > 2_000_000) socket.end('INSTREAM size limit exceeded. ERROR\0')
    })
  })
}

beforeAll(async () => {
  clamd = given ? undefined : speaking()
  await new Promise<void>(resolve => (clamd ? clamd.listen(0, '127.0.0.1', resolve) : resolve()))
  const at = clamd?.address()
  port = typeof at === 'object' && at ? at.port : 0
  world.house.store.scan = clamdAt(given ?? { host: '127.0.0.1', port })
})
afterAll(() => {
  clamd?.close()
  rmSync(folder, { recursive: true, force: true })
})

const place = (name: string, bytes: string | Buffer) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

test('what is harmful is named, and what is not comes through', async () => {
  const scan = world.house.store.scan!
  expect(await scan(place('harmful.txt', `${eicar}\n`))).toContain('Eicar-Test')
  expect(await scan(place('harmless.txt', 'They swapped books.'))).toBeUndefined()
  expect(await scan(place('photo.jpg', real.photo.bytes))).toBeUndefined()
})

test('a piece with a harmful file keeps its words and says which file, and nothing of it is kept', async () => {
  const before = await keysKept()
  const sam = world.as('sam')
  const answer = await sam
    .send('/groups/reading/evidence')
    .field('whatWeSaw', 'A colleague sent us this.')
    .attach('files', Buffer.from(`${eicar}\n`), 'from-a-colleague.txt')
  expect(answer.status).toBe(303)
  const page = await sam.get(String(answer.headers.location))
  expect(page.text).toContain('from-a-colleague.txt')
  expect(page.text).toContain('Our virus scanner found something harmful in it (Eicar-Test')
  const rows = await world.db.selectFrom('evidence').select('whatWeSaw').execute()
  const kept = rows.filter(row => unread(row).whatWeSaw === 'A colleague sent us this.')
  expect(kept).toHaveLength(1)
  expect(await keysKept()).toEqual(before)
  expect(await log(world.as('sam'), {}, [real.photo])).toMatch(/^\w+/)
})

test('while the scanner gives no word nothing comes in, and words without a file are saved', async () => {
  const scan = world.house.store.scan
  world.house.store.scan = clamdAt({ host: '127.0.0.1', port: 1 })
  try {
    const before = await keysKept()
    const answer = await world
      .as('sam')
      .send('/groups/reading/evidence')
      .field('whatWeSaw', 'A photograph of the corner.')
      .attach('files', real.photo.bytes, real.photo.name)
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('virus scanner')
    expect(await keysKept()).toEqual(before)
    expect(await log(world.as('sam'), { whatWeSaw: 'Words alone.' })).toMatch(/^\w+/)
  } finally {
    world.house.store.scan = scan
  }
})

test('a file that is larger than the scanner takes is not let through', async () => {
  const scan = world.house.store.scan!
  await expect(scan(place('large.txt', 'They read. '.repeat(400_000)))).rejects.toThrow('virus scanner')
})

test.each([
  ['clamd://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['clamd://[::1]', { host: '::1', port: 3310 }],
  ['clamd:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['http://127.0.0.1:3310', undefined],
  ['clamd', undefined],
])('%s is where it listens', (words, address) => {
  expect(scannerAddressIn(words)).toEqual(address)
})

async function keysKept(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of world.house.store.keys()) keys.push(key)
  return keys.sort()
}
