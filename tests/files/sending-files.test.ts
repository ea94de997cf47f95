import { connect } from 'node:net'
import sharp from 'sharp'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Desk, openDesk } from './desk.js'
import * as made from './made-files.js'

let desk: Desk
let ids: Record<string, string>
beforeAll(async () => {
  desk = await openDesk()
  const answer = await supertest(desk.server)
    .post('/files')
    .attach('files', await made.phonePhoto(), 'Wal ddarllen.jpg')
    .attach('files', made.mp4, 'lesson.mp4')
    .attach('files', made.pdf, "Zażółć “5%” 'n' (ŵyn).pdf")
    .attach('files', made.csv, 'ages.csv')
    .attach('files', Buffer.concat([made.mp4, Buffer.alloc(20_000_000)]), 'long.mp4')
  const [photo, film, form, table, long] = (answer.body as Answer).files.map(file => file.id)
  ids = { photo: photo!, film: film!, form: form!, table: table!, long: long! }
})
afterAll(async () => {
  expect(desk.failures).toEqual([])
  await desk.close()
})

const get = (id: string, headers: Record<string, string> = {}) =>
  supertest(desk.server)
    .get(`/files/${id}`)
    .set(headers)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = []
      res.on('data', chunk => chunks.push(chunk as Buffer)).on('end', () => done(null, Buffer.concat(chunks)))
    })

test('documents are saved, never shown, and cannot run', async () => {
  const answer = await get(ids.form!)
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(made.pdf.length),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition':
      `attachment; filename="Zazo_c _5__ 'n' (wyn).pdf"; filename*=UTF-8''` +
      'Za%C5%BC%C3%B3%C5%82%C4%87%20%E2%80%9C5%25%E2%80%9D%20%27n%27%20%28%C5%B5yn%29.pdf',
  })
  expect(answer.body).toEqual(made.pdf)
  const table = await get(ids.table!)
  expect(table.headers['content-disposition']).toMatch(/^attachment/)
  // Nobody but its writer knows how a table was encoded.
  expect(table.headers['content-type']).toBe('text/csv')
})

test('pictures, sound and film may stand in a page', async () => {
  const photo = await get(ids.photo!)
  const film = await get(ids.film!)
  for (const { headers } of [photo, film]) {
    expect(headers['content-disposition']).toMatch(/^inline/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
  expect(photo.headers['content-security-policy']).toBe("sandbox; default-src 'none'")
  expect(film.headers['content-security-policy']).toBe("default-src 'none'; media-src 'self'")
})

test('a picture comes in three sizes, which the browser keeps but asks about each time', async () => {
  const small = await get(`${ids.photo}?small`)
  expect(small.headers['content-type']).toBe('image/jpeg')
  const thumbnail = await get(`${ids.photo}?thumbnail`)
  expect(thumbnail.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=0, must-revalidate',
  })
  const sizes = [small, await get(`${ids.photo}?middle`), thumbnail, await get(ids.photo!)]
  for (const one of sizes) expect(one.headers['cache-control']).toBe('private, max-age=0, must-revalidate')
  expect(new Set(sizes.map(one => one.headers.etag)).size).toBe(4)
  for (const [at, one] of ['?small', '?middle', '?thumbnail', ''].entries()) {
    const again = await get(`${ids.photo}${one}`, { 'if-none-match': sizes[at]!.headers.etag! })
    expect([again.status, (again.body as Buffer).length]).toEqual([304, 0])
  }
  const pictures = sizes.slice(0, 3).map(one => sharp(one.body as Buffer).metadata())
  const dots = (await Promise.all(pictures)).map(one => one.width)
  expect(dots[1]).toBeLessThanOrEqual(800)
  expect(dots[2]).toBeLessThanOrEqual(320)
})

test('what has no thumbnail answers as if it were not there', async () => {
  expect((await get(`${ids.form}?thumbnail`)).status).toBe(404)
})

test.each([
  ['bytes=0-99', 0, 100],
  ['bytes=100-', 100, made.mp4.length],
  ['bytes=-50', made.mp4.length - 50, made.mp4.length],
  ['bytes=5000-999999', 5000, made.mp4.length],
  ['bytes=-999999', 0, made.mp4.length],
  ['bytes=7-7', 7, 8],
])('a player that asks for %s gets just that', async (range, start, end) => {
  const answer = await get(ids.film!, { range })
  expect(answer.status).toBe(206)
  expect(answer.headers['content-range']).toBe(`bytes ${start}-${end - 1}/${made.mp4.length}`)
  expect(answer.headers['content-length']).toBe(String(end - start))
  expect(answer.body).toEqual(made.mp4.subarray(start, end))
})

test.each(['bytes=999999-', 'bytes=20-10', 'bytes=-0'])('%s is beyond what there is', async range => {
  const answer = await get(ids.film!, { range })
  expect(answer.status).toBe(416)
  expect(answer.headers['content-range']).toBe(`bytes */${made.mp4.length}`)
})

test.each(['bytes=0-1,5-6', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes'])('%s gets the whole', async range => {
  const answer = await get(ids.film!, { range })
  expect(answer.status).toBe(200)
  expect(answer.body).toHaveLength(made.mp4.length)
})

test('a part is only sent of the file that the player began with', async () => {
  const { headers } = await get(ids.film!)
  expect((await get(ids.film!, { range: 'bytes=0-9', 'if-range': headers.etag! })).status).toBe(206)
  expect((await get(ids.film!, { range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200)
})

test('asking only about a file sends no bytes', async () => {
  const answer = await supertest(desk.server).head(`/files/${ids.film}`)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-length']).toBe(String(made.mp4.length))
})

test('someone who closes the page in the middle of a film troubles nobody', async () => {
  const socket = connect(desk.port, '127.0.0.1')
  socket.write(`GET /files/${ids.long} HTTP/1.1\r\nhost: x\r\n\r\n`)
  await new Promise(resolve => socket.once('data', resolve))
  socket.destroy()
  expect((await get(ids.film!)).status).toBe(200)
  expect(desk.failures).toEqual([])
})

test('when the bytes are gone the answer is a sentence', async () => {
  const file = await desk.db.selectFrom('files').selectAll().where('id', '=', ids.table!).executeTakeFirstOrThrow()
  await desk.store.remove(file.storedAs)
  const answer = await supertest(desk.server).get(`/files/${ids.table}`)
  expect(answer.status).toBe(404)
  expect(answer.body).toEqual({ sentence: 'There is no file at this address, or it is not shared with you.' })
  expect(answer.headers['content-disposition']).toBeUndefined()
})
