import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { template } from '../made-once.js'
import { everythingIn, keysOfTests, objectStoreServer, ownAddress } from '../on-objects.js'
import { kill, signedInTo, startWorkbench, type Workbench } from '../real-workbench.js'

// Real programs, each with a disk of its own, at one bucket (npm run test:objects).
describe.runIf(objectStoreServer)('an instance that takes over from one that was killed', () => {
  const home = mkdtempSync(join(tmpdir(), 'workbench-over-'))
  const file = join(home, 'w.db')
  const running: Workbench[] = []

  afterAll(async () => {
    await Promise.all(running.map(kill))
    rmSync(home, { recursive: true, force: true })
  })

  test('goes on with the film from where it was, and plays it', { timeout: 240_000 }, async () => {
    const address = ownAddress()
    const files = `s3://${address.bucket}/${address.prefix}?endpoint=${address.endpoint}`
    mkdirSync(home, { recursive: true })
    copyFileSync(template, file)
    const cookie = `workbench=${signedInTo(file, 'sam')}`
    const start = async (name: string) => {
      const one = await startWorkbench(join(home, name), file, undefined, { FILES_URL: files, ...keysOfTests })
      running.push(one)
      const ours = (asked: request.Test) =>
        asked
          .set({
            Cookie: cookie,
            'Sec-Fetch-Site': 'same-origin',
            Accept: 'application/json',
            'Tus-Resumable': '1.0.0',
          })
          .ok(() => true)
      const at = request(`http://127.0.0.1:${one.port}`)
      return { one, at, ours }
    }
    const film = filmOf(14 * 1024 ** 2)
    const announced = JSON.stringify([{ part: 'film', name: 'Lesson.mp4', bytes: film.length }])
    const words = { group: 'reading', audience: 'group', whatWeSaw: 'Told with puppets', by: 'sam' }
    const form = { ...words, capture: 'a-film-between-two', files: announced }

    const first = await start('first')
    expect((await first.ours(first.at.post('/captures')).type('form').send(form)).status).toBe(202)
    const begun = await first
      .ours(first.at.post('/uploads'))
      .set('Upload-Length', String(film.length))
      .set('Upload-Metadata', `capture ${inBase64(form.capture)},part ${inBase64('film')}`)
    const place = String(begun.headers.location)
    const going = (offset: number) => ({
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
      'Content-Length': String(film.length - offset),
    })
    const cut = first.ours(first.at.patch(place)).set(going(0))
    cut.write(film.subarray(0, 9 * 1024 ** 2))
    const arrived = async () => (await everythingIn(address)).filter(name => /\d{15}-/.test(name)).length
    await vi.waitFor(async () => expect(await arrived()).toBe(2), { timeout: 20_000, interval: 200 })
    await kill(first.one)
    cut.abort()

    const next = await start('next')
    const where = await next.ours(next.at.head(place))
    const offset = Number(where.headers['upload-offset'])
    expect([where.status, offset >= 8 * 1024 ** 2, offset <= 9 * 1024 ** 2]).toEqual([200, true, true])
    expect((await next.ours(next.at.patch(place)).set(going(offset)).send(film.subarray(offset))).status).toBe(204)
    const saved = await next.ours(next.at.post('/captures')).type('form').send(form)
    expect([saved.status, (saved.body as { saved: boolean }).saved]).toEqual([201, true])

    const page = await next.ours(next.at.get((saved.body as { location: string }).location)).set('Accept', 'text/html')
    const film1 = /\/files\/[\w-]+\/Lesson\.mp4/.exec(page.text)![0]
    const range = { Range: `bytes=${film.length - 1000}-` }
    const played = await next.ours(next.at.get(film1)).set(range).buffer().parse(asBytes)
    expect([played.status, (played.body as Buffer).equals(film.subarray(film.length - 1000))]).toEqual([206, true])
    // Of the half nothing is left, nor of what waited at this instance.
    expect((await everythingIn(address)).filter(name => name.startsWith('growing/'))).toEqual([])
    const here = readdirSync(join(home, 'next', 'uploads'), { recursive: true, withFileTypes: true })
    expect(here.filter(one => one.isFile())).toEqual([])
  })
})

const inBase64 = (words: string) => Buffer.from(words).toString('base64')

/** A film that nobody could watch and every check takes for one: ISO/IEC 14496-12, boxes ftyp, moov and mdat. */
function filmOf(bytes: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytes + 8)
  head.write('mdat', 4, 'latin1')
  return Buffer.concat([
    Buffer.from('000000186674797069736f6d0000000069736f6d6d703432', 'hex'),
    Buffer.from(`000000746d6f6f760000006c6d766864${'00'.repeat(100)}`, 'hex'),
    head,
    randomBytes(bytes),
  ])
}

function asBytes(answer: request.Response, done: (error: Error | null, bytes: Buffer) => void): void {
  const chunks: Buffer[] = []
  const stream = answer as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks)))
}
