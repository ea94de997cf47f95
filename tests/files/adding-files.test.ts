import { createHash } from 'node:crypto'
import sharp from 'sharp'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringIn } from '../../src/files/bringing-files-in.js'
import { inOne } from '../../src/database.js'
import { prepareFile, recordFile } from '../../src/files/keeping.js'
import { bytesIn } from './bytes-in.js'
import { type Answer, type Desk, openDesk } from './desk.js'
import * as made from './made-files.js'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ roomLeft: 60 * 1024 ** 2 })
})
afterAll(async () => {
  expect(desk.failures).toEqual([])
  await desk.close()
})

async function send(files: [name: string, bytes: Buffer][], fields: Record<string, string> = {}): Promise<Answer> {
  const form = supertest(desk.server).post('/files')
  for (const [name, words] of Object.entries(fields)) void form.field(name, words)
  for (const [name, bytes] of files) void form.attach('files', bytes, { filename: name, contentType: 'image/png' })
  const answer = await form
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as Answer
}

test('each kind that teachers use comes in and is called what it is, whatever the browser claimed', async () => {
  const { files, refused } = await send([
    ['Display.jpg', await made.plainPicture('jpeg')],
    ['Plan.PNG', await made.plainPicture('png')],
    ['Wall.webp', await made.plainPicture('webp')],
    ['Form.pdf', made.pdf],
    ['Interview.docx', made.docx()],
    ['Reading ages.xlsx', made.xlsx()],
    ['Reading ages.csv', made.csv],
    ['Note.txt', Buffer.from('Jac spoke first today.')],
    ['Memo.m4a', made.m4a],
    ['Talk.mp3', made.mp3],
  ])
  expect(refused).toEqual([])
  expect(files.map(file => [file.name, file.kind, file.mediaType])).toEqual([
    ['Display.jpg', 'image', 'image/jpeg'],
    ['Plan.PNG', 'image', 'image/png'],
    ['Wall.webp', 'image', 'image/webp'],
    ['Form.pdf', 'document', 'application/pdf'],
    ['Interview.docx', 'document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['Reading ages.xlsx', 'table', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['Reading ages.csv', 'table', 'text/csv'],
    ['Note.txt', 'text', 'text/plain'],
    ['Memo.m4a', 'sound', 'audio/mp4'],
    ['Talk.mp3', 'sound', 'audio/mpeg'],
  ])
  const later = await send([
    ['Talk.ogg', made.ogg],
    ['Lesson.mp4', made.mp4],
    ['Lesson.webm', made.webm('V_VP9')],
    ['Recorded in the page.webm', made.webm('A_OPUS')],
  ])
  expect(later.refused).toEqual([])
  expect(later.files.map(file => [file.kind, file.mediaType])).toEqual([
    ['sound', 'audio/ogg'],
    ['film', 'video/mp4'],
    ['film', 'video/webm'],
    ['sound', 'audio/webm'],
  ])
})

test('what is kept stands under a name that says nothing, and nothing waits any more', async () => {
  const { files } = await send([['Jac Evans, class 4.pdf', made.pdf]])
  expect(await bytesIn(desk.store, files[0]!.storedAs)).toEqual(made.pdf)
  const all = await desk.everything()
  expect(all.filter(path => path.endsWith(`/${files[0]!.storedAs}`))).toHaveLength(1)
  expect(all.filter(path => path.includes('waiting') || path.includes('Jac'))).toEqual([])
})

test('an iPhone’s picture becomes a JPEG, upright, without its place and device, whatever its name says', async () => {
  const { files, refused } = await send([
    ['IMG_2041.HEIC', made.iphonePicture],
    ['Wall.jpg', made.iphonePicture],
  ])
  expect(refused).toEqual([])
  expect(files.map(file => [file.name, file.mediaType, file.width, file.height])).toEqual([
    ['IMG_2041.jpg', 'image/jpeg', 64, 96],
    ['Wall.jpg', 'image/jpeg', 64, 96],
  ])
  const bytes = await bytesIn(desk.store, files[0]!.storedAs)
  expect(bytes.includes('SecretPhone')).toBe(false)
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const colourAt = (y: number) => {
    const dot = (y * info.width + 32) * info.channels
    return data[dot]! > data[dot + 2]! ? 'red' : 'blue'
  }
  expect([colourAt(8), colourAt(88)]).toEqual(['red', 'blue'])
})

test('a photograph is turned upright and loses its place, time, device and description', async () => {
  const photo = await made.phonePhoto(3200, 2400)
  expect((await sharp(photo).metadata()).exif?.includes('SecretPhone')).toBe(true)

  const { files } = await send([['IMG_2041.jpg', photo]])
  const file = files[0]!
  expect([file.width, file.height]).toEqual([1800, 2400])
  for (const key of [file.storedAs, file.smallAs!, file.thumbnailAs!]) {
    const bytes = await bytesIn(desk.store, key)
    const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, orientation }).toEqual({})
    expect(bytes.includes('SecretPhone') || bytes.includes('Jac') || bytes.includes('GPS')).toBe(false)
  }
  // Its red left half is now on top.
  const { data, info } = await sharp(await bytesIn(desk.store, file.storedAs))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(data[0]).toBeGreaterThan(150)
  expect(data[(info.width * info.height - 1) * info.channels]).toBeLessThan(80)
  expect(await sharp(await bytesIn(desk.store, file.smallAs!)).metadata()).toMatchObject({
    format: 'jpeg',
    height: 1600,
  })
  expect(await sharp(await bytesIn(desk.store, file.thumbnailAs!)).metadata()).toMatchObject({
    format: 'webp',
    width: 320,
  })
})

test('a small picture is not blown up, and a PNG keeps its colours and its clear parts', async () => {
  const clear = await sharp({
    create: { width: 40, height: 30, channels: 4, background: { r: 9, g: 8, b: 7, alpha: 0 } },
  })
    .png()
    .toBuffer()
  const { files } = await send([['Label.png', clear]])
  expect(await sharp(await bytesIn(desk.store, files[0]!.storedAs)).metadata()).toMatchObject({
    format: 'png',
    width: 40,
    height: 30,
    hasAlpha: true,
    isPalette: false,
  })
})

test('a film loses the place and the device that the phone wrote into it, and nothing else', async () => {
  const filmed = made.filmWithPlace()
  expect(filmed.includes('+52.4153-004.0829/')).toBe(true)
  const { files } = await send([['IMG_7.mp4', filmed]])
  const kept = await bytesIn(desk.store, files[0]!.storedAs)
  expect(kept.length).toBe(filmed.length)
  expect(kept.includes('52.4153') || kept.includes('SecretPhone')).toBe(false)
  const pictures = filmed.indexOf('mdat')
  expect(kept.subarray(pictures)).toEqual(filmed.subarray(pictures))
  expect(files[0]!.sha256).toBe(createHash('sha256').update(kept).digest('hex'))
})

test('what makes no sense behind a film is overwritten, and the film stays', async () => {
  const odd = Buffer.concat([made.mp4, Buffer.from('0000000175647461ffffffffffffffff00', 'hex')])
  const { files, refused } = await send([['odd.mp4', odd]])
  expect(refused).toEqual([])
  const kept = await bytesIn(desk.store, files[0]!.storedAs)
  expect(kept.subarray(0, made.mp4.length)).toEqual(made.mp4)
  expect(kept.toString('hex', made.mp4.length)).toBe('0000001166726565000000000000000000')
})

test('something hidden behind a picture does not survive', async () => {
  const polyglot = Buffer.concat([
    await made.plainPicture('jpeg'),
    Buffer.from('<script>alert(1)</script>'),
    made.zip({ a: 'b' }),
  ])
  const { files } = await send([['Poster.jpg', polyglot]])
  const kept = await bytesIn(desk.store, files[0]!.storedAs)
  expect(kept.includes('<script>') || kept.includes('PK\u0003\u0004')).toBe(false)
})

test('the words of the form come too, also several under one name and names from other languages', async () => {
  const form = supertest(desk.server).post('/files')
  const answer = await form
    .field('whatWeSaw', 'Mae’r plant yn siarad mwy: “ŵyn”, Łukasz, عائشہ')
    .field('schools', 'bryn')
    .field('schools', 'coed')
    .field('__proto__', 'x')
    .attach('files', await made.plainPicture(), 'Tŷ ŵyn.png')
  const { fields, files } = answer.body as Answer
  expect(fields.whatWeSaw).toBe('Mae’r plant yn siarad mwy: “ŵyn”, Łukasz, عائشہ')
  expect(fields.schools).toEqual(['bryn', 'coed'])
  expect(files[0]!.name).toBe('Tŷ ŵyn.png')
})

test('no file chosen is not a file', async () => {
  const body =
    '--x\r\ncontent-disposition: form-data; name="files"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n--x\r\ncontent-disposition: form-data; name="title"\r\n\r\nA note\r\n--x--\r\n'
  const answer = await supertest(desk.server)
    .post('/files')
    .set('content-type', 'multipart/form-data; boundary=x')
    .send(body)
  expect(answer.body).toEqual({ fields: { title: 'A note' }, files: [], refused: [] })
})

test('a form without any files at all is read as well', async () => {
  const answer = await supertest(desk.server).post('/files').type('form').send({ title: 'A note' })
  expect(answer.body).toEqual({ fields: { title: 'A note' }, files: [], refused: [] })
})

test('when the page turns the form away, nothing of it stays', async () => {
  const before = await desk.everything()
  const answer = await supertest(desk.server).post('/turned-away').attach('files', made.pdf, 'Form.pdf')
  expect(answer.body).toEqual({ arrived: 1 })
  await expect.poll(() => desk.everything()).toEqual(before)
})

test('bytes that the program already holds pass the same checks', async () => {
  const arrived = await bringIn(desk.store, 'Wal.png', await made.plainPicture())
  const prepared = await prepareFile(desk.store, arrived)
  const file = await inOne(desk.db, trx => recordFile(trx, prepared, { id: 'megan' }))
  expect(file).toMatchObject({ name: 'Wal.png', kind: 'image', width: 60, uploadedBy: 'megan' })

  const before = await desk.everything()
  await expect(bringIn(desk.store, 'Wal.png', made.svg)).rejects.toThrow(/Wal\.png: .*not a PNG/)
  await expect(bringIn(desk.store, 'Wal.txt', Buffer.alloc(0))).rejects.toThrow(/nothing in this file/)
  await expect(bringIn(desk.store, 'Wal.txt', Buffer.alloc(21 * 1024 ** 2, 'a'))).rejects.toThrow(/20 MB/)
  expect(await desk.everything()).toEqual(before)
})
