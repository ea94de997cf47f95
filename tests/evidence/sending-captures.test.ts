import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { dropHalf, sweepHalves } from '../../src/captures/half-uploads.js'
import { roomForFiles, roomLeftFor } from '../../src/evidence/files/room-for-files.js'
import { newKey } from '../../src/files/store.js'
import { filmWithPlace, iphonePicture, mp4, svg, webm } from '../files/made-files.js'
import { newWorld } from '../world.js'
import { real } from './real-files.js'
import { type Device, deviceOf, sendWhole, type Sent, type State } from './sending.js'

const world = newWorld()
const { db } = world
const photo: Sent = { part: 'photo', name: real.photo.name, bytes: real.photo.bytes }
const sound: Sent = { part: 'sound', name: 'Recording.webm', bytes: webm('A_OPUS') }
const sam: Device = deviceOf(world, 'sam')
let count = 0

const newCapture = () => `capture-${++count}-of-this-test`
const { halves } = world.house.store
const state = (answer: { body: unknown }) => answer.body as State
const idOf = (answer: { body: unknown }) => state(answer).location.replace('/evidence/', '')
const row = (id: string) => db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const filesIn = async (id: string) =>
  db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .where('evidenceId', '=', id)
    .orderBy('position')
    .execute()

test('a capture of words sent ten times, all at once and one after the other, is one piece', async () => {
  const capture = newCapture()
  const together = await Promise.all(Array.from({ length: 5 }, () => sam.capture(capture)))
  const after = []
  for (let i = 0; i < 5; i++) after.push(await sam.capture(capture))
  const all = [...together, ...after]
  expect(all.map(one => [one.status, state(one).saved])).toEqual(all.map(() => [201, true]))
  expect(new Set(all.map(idOf)).size).toBe(1)
  expect((await row(idOf(all[0]!))).sharedWithGroupAt).not.toBeNull()
  expect(await db.selectFrom('evidence').select('id').where('capture', '=', capture).execute()).toHaveLength(1)
})

test('the words are safe at once as a draft; it is saved, and shared, when every file is in, each once', async () => {
  const capture = newCapture()
  const begun = await sam.capture(capture, {}, [photo, sound])
  expect([begun.status, state(begun).saved]).toEqual([202, false])
  const id = idOf(begun)
  expect(await row(id)).toMatchObject({ whatWeSaw: 'Two readers swapped books.', sharedWithGroupAt: null })
  expect((await world.as('huw').get(`/evidence/${id}`)).status).toBe(404)

  await sendWhole(sam, capture, sound)
  const between = await sam.capture(capture, {}, [photo, sound])
  expect(state(between).files.map(file => file.settled)).toEqual([false, true])
  expect(between.status).toBe(202)
  await sendWhole(sam, capture, photo)

  const all = await Promise.all(Array.from({ length: 10 }, () => sam.capture(capture, {}, [photo, sound])))
  expect(all.every(one => one.status === 201 && state(one).saved)).toBe(true)
  expect(state(all[0]!).message).toMatch(/Saved as E\d+\. Your group can see it\./)
  expect((await filesIn(id)).map(file => [file.name, file.kind, file.mediaType])).toEqual([
    ['Recording.webm', 'sound', 'audio/webm'],
    [photo.name, 'image', 'image/jpeg'],
  ])
  expect((await row(id)).sharedWithGroupAt).toBe((await row(id)).loggedAt)
  expect((await world.as('huw').get(`/evidence/${id}`)).status).toBe(200)
  expect(await halves.ids()).toEqual([])
  expect((await sam.begin(capture, 'photo', photo.bytes.length)).status).toBe(409)
})

test('a file goes on where it stopped, also after the workbench was started anew', async () => {
  const capture = newCapture()
  const film = { part: 'film', name: 'Lesson.mp4', bytes: filmWithPlace() }
  await sam.capture(capture, {}, [film])
  const begun = await sam.begin(capture, 'film', film.bytes.length)
  const address = String(begun.headers.location)
  expect(address).toMatch(/^\/uploads\/[0-9a-f]{32}$/)
  await sam.go(address, 0, film.bytes.subarray(0, 1000))

  const again = world.anew()
  expect((await sam.where(address, again)).headers['upload-offset']).toBe('1000')
  expect((await sam.go(address, 0, film.bytes, again)).status).toBe(409)
  const early = await sam.capture(capture, {}, [film])
  expect([early.status, state(early).files[0]!.upload]).toEqual([202, address])
  expect((await sam.go(address, 1000, film.bytes.subarray(1000), again)).status).toBe(204)
  const saved = await sam.capture(capture, {}, [film])
  expect(saved.status).toBe(201)
  const [kept] = await filesIn(idOf(saved))
  const sentSha256 = createHash('sha256').update(film.bytes).digest('hex')
  expect(kept).toMatchObject({ kind: 'film', bytes: film.bytes.length, sentSha256 })
  const bytes = await (await world.house.store.read(kept!.storedAs)).toArray()
  expect(Buffer.concat(bytes as Buffer[]).includes('SecretPhone')).toBe(false)
})

test('more than was announced does not come in', async () => {
  const capture = newCapture()
  await sam.capture(capture, {}, [sound])
  expect((await sam.begin(capture, 'sound', sound.bytes.length + 1)).status).toBe(422)
  const address = String((await sam.begin(capture, 'sound', sound.bytes.length)).headers.location)
  const more = await sam.go(address, 0, Buffer.concat([sound.bytes, Buffer.from('more')]))
  expect(more.status).toBeGreaterThanOrEqual(400)
  expect(await halves.grownTo(address.replace('/uploads/', ''))).toBeLessThanOrEqual(sound.bytes.length)
  expect((await sam.stop(address)).status).toBe(204)
  expect(await halves.ids()).toEqual([])
})

test('what cannot come in is said before a byte is sent, or when it is looked into; the rest is kept as a draft', async () => {
  const capture = newCapture()
  const drawing = { part: 'drawing', name: 'drawing.svg', bytes: svg }
  const fake = { part: 'fake', name: 'plan.png', bytes: svg }
  const apple = { part: 'apple', name: 'IMG_1.HEIC', bytes: iphonePicture }
  const files = [drawing, fake, apple]
  const begun = await sam.capture(capture, {}, files)
  expect(state(begun).files.map(file => file.because)).toEqual([expect.stringContaining('PNG'), null, null])
  expect((await sam.begin(capture, 'drawing', svg.length)).status).toBe(409)
  await sendWhole(sam, capture, fake)
  await sendWhole(sam, capture, apple)
  const saved = await sam.capture(capture, {}, files)
  expect(saved.status).toBe(201)
  expect(state(saved).message).toMatch(/kept as a draft that only you can see/)
  expect(state(saved).files[1]!.because).toMatch(/not a PNG picture/)
  expect((await filesIn(idOf(saved))).map(file => file.name)).toEqual(['IMG_1.jpg'])
  expect((await row(idOf(saved))).sharedWithGroupAt).toBeNull()
  expect(await halves.ids()).toEqual([])
})

test('a beginning that another site forged puts no byte on the disk', async () => {
  const capture = newCapture()
  await sam.capture(capture, {}, [photo])
  expect((await sam.begin(capture, 'photo', photo.bytes.length, 'cross-site')).status).toBe(403)
  expect(await halves.ids()).toEqual([])
  expect(await db.selectFrom('halfUploads').selectAll().execute()).toEqual([])
  const address = String((await sam.begin(capture, 'photo', photo.bytes.length)).headers.location)
  const forged = await sam.go(address, 0, photo.bytes).set('Sec-Fetch-Site', 'cross-site')
  expect(forged.status).toBe(403)
  expect((await sam.where(address)).headers['upload-offset']).toBe('0')
  await dropHalf(db, world.house.store, address.replace('/uploads/', ''))
})

test('somebody else’s upload does not exist, nor does anything for a stranger', async () => {
  const capture = newCapture()
  await sam.capture(capture, {}, [photo])
  const address = String((await sam.begin(capture, 'photo', photo.bytes.length)).headers.location)
  const sadia = deviceOf(world, 'sadia')
  const answers = [
    await sadia.where(address),
    await sadia.go(address, 0, photo.bytes),
    await sadia.stop(address),
    await sadia.begin(capture, 'photo', photo.bytes.length),
    await sadia.post(`/captures/${capture}/removal`),
    await sam.where(`/uploads/${newKey()}`),
  ]
  expect(answers.map(one => one.status)).toEqual(answers.map(() => 404))
  expect((await world.stranger.post('/captures').set('Accept', 'application/json')).status).toBe(401)
  expect((await world.stranger.send(address).set('Accept', 'application/json')).status).toBe(401)
  expect((await sam.where(address)).headers['upload-offset']).toBe('0')
  expect((await sadia.capture(newCapture(), { by: 'sam' })).status).toBe(409)
  expect((await sam.post(`/captures/${capture}/removal`)).status).toBe(204)
  expect(await halves.ids()).toEqual([])
})

test('words that need mending are refused with the reason, and nothing is logged', async () => {
  const capture = newCapture()
  const future = await sam.capture(capture, { gatheredOn: '2099-01-01' })
  expect([future.status, (future.body as { errors: object }).errors]).toEqual([
    422,
    { gatheredOn: expect.stringMatching(/still to come/) as string },
  ])
  expect((await sam.capture(capture, { whatWeSaw: '' })).status).toBe(422)
  expect((await sam.capture(capture, { group: 'number' })).status).toBe(404)
  expect((await sam.capture(capture)).status).toBe(201)
})

test('what is on its way is counted against the group’s room and given back when it is left lying', async () => {
  const capture = newCapture()
  const before = await roomLeftFor(db, 'reading')
  const film = { part: 'film', name: 'Lesson.mp4', bytes: mp4 }
  const begun = await sam.capture(capture, {}, [film])
  await sam.begin(capture, 'film', mp4.length)
  expect(before - (await roomLeftFor(db, 'reading'))).toBe(mp4.length)

  await db.updateTable('halfUploads').set({ bytes: roomForFiles }).where('capture', '=', capture).execute()
  const other = newCapture()
  await sam.capture(other, {}, [photo])
  const refused = await sam.begin(other, 'photo', photo.bytes.length)
  expect([refused.status, (refused.body as { message: string }).message]).toEqual([
    413,
    expect.stringMatching(/room for files left/),
  ])

  await db.updateTable('halfUploads').set({ touchedAt: '2026-01-01T00:00:00.000Z' }).execute()
  expect(await sweepHalves(db, world.house.store, new Date(Date.now() - 86_400_000))).toBe(1)
  expect(await halves.ids()).toEqual([])
  expect(await roomLeftFor(db, 'reading')).toBe(before)
  expect((await row(idOf(begun))).whatWeSaw).toBe('Two readers swapped books.')
})

test('a draft that its author erased while its files were on their way is not logged again', async () => {
  const capture = newCapture()
  const begun = await sam.capture(capture, {}, [photo])
  await sam.begin(capture, 'photo', photo.bytes.length)
  await world.as('sam').post(`/evidence/${idOf(begun)}/removal`)
  expect(await halves.ids()).toEqual([])
  const again = await sam.capture(capture, {}, [photo])
  expect([again.status, state(again).location]).toEqual([201, '/'])
  expect(await db.selectFrom('evidence').select('id').where('capture', '=', capture).execute()).toEqual([])
})
