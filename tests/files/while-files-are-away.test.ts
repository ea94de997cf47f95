import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { readWaiting } from '../../src/evidence/files/reading-files.js'
import { Bucket } from '../../src/files/stores/bucket.js'
import { objectStore } from '../../src/files/stores/objects.js'
import { another, fileOf, log, real } from '../evidence/real-files.js'
import { deviceOf, sendWhole, type Sent, type State } from '../evidence/sending.js'
import { lineTo } from '../line.js'
import { everythingIn, objectStoreServer, ownAddress } from '../on-objects.js'
import { newWorld } from '../world.js'
import { mp4 } from './made-files.js'

// The whole workbench, and a line to its object store that can be cut (npm run test:objects).
describe.runIf(objectStoreServer)('while files cannot be reached', async () => {
  if (!objectStoreServer) return
  const folder = mkdtempSync(join(tmpdir(), 'away-'))
  const line = await lineTo(objectStoreServer.endpoint!)
  const address = ownAddress()
  const store = objectStore(new Bucket({ ...address, endpoint: line.address }), folder)
  const world = newWorld({ store })
  const away = 'The workbench cannot reach the place where it keeps files just now. Nothing you typed is lost'

  afterEach(() => line.mend())
  afterAll(async () => {
    await line.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('pages stay open, a picture says that it comes back, and then it is there', async () => {
    const id = await log(world.as('sam'), { audience: 'group' }, [another(real.photo)])
    const { address: picture, row } = await fileOf(world, id)
    line.cut()
    expect((await world.as('huw').get(`/evidence/${id}`)).status).toBe(200)
    const gone = await world.as('huw').get(picture)
    expect([gone.status, gone.get('retry-after'), gone.text.includes(away)]).toEqual([503, '5', true])
    line.mend()
    const back = await world.as('huw').get(picture).set('Range', 'bytes=0-99')
    expect([back.status, back.get('content-range')]).toEqual([206, `bytes 0-99/${row.bytes}`])
  })

  test('a piece with a photo is not taken in by half, and goes in when it is sent again', async () => {
    const words = {
      whatWeSaw: 'Sent while nothing could be kept.',
      audience: 'group',
      capture: 'a-piece-that-is-sent-twice',
    }
    const photo = another(real.photo)
    const pieces = () =>
      world.db
        .selectFrom('evidence')
        .select('id')
        .where(sql<boolean>`what_we_saw = ${words.whatWeSaw}`)
        .execute()
    const before = await everythingIn(address)
    line.cut()
    await expect(log(world.as('sam'), words, [photo])).rejects.toThrow('answered 503')
    expect([await pieces(), await everythingIn(address)]).toEqual([[], before])
    line.mend()
    const id = await log(world.as('sam'), words, [photo])
    expect(await pieces()).toEqual([{ id }])
    expect((await world.as('huw').get((await fileOf(world, id)).address)).status).toBe(200)
  })

  test('a film on its way waits, and is taken in once', async () => {
    const sam = deviceOf(world, 'sam')
    const film: Sent = { part: 'film', name: 'Lesson.mp4', bytes: mp4 }
    const capture = 'a-film-sent-while-it-was-away'
    await sam.capture(capture, {}, [film])
    const begun = await sam.begin(capture, 'film', film.bytes.length)
    line.cut()
    const gone = await sam.go(String(begun.headers.location), 0, film.bytes)
    expect([gone.status, gone.text]).toEqual([503, expect.stringContaining(away)])
    line.mend()
    await sendWhole(sam, capture, film)
    line.cut()
    expect((await sam.capture(capture, {}, [film])).status).toBe(503)
    line.mend()
    const saved = await sam.capture(capture, {}, [film])
    expect([saved.status, (saved.body as State).saved]).toEqual([201, true])
    const id = (saved.body as State).location.replace('/evidence/', '')
    expect(
      await world.db.selectFrom('evidenceFiles').select('fileId').where('evidenceId', '=', id).execute(),
    ).toHaveLength(1)
    expect((await everythingIn(address)).filter(name => name.startsWith('growing/'))).toEqual([])
  })

  test('a text that could not be fetched is read when it can be, however often that was tried', async () => {
    const id = await log(world.as('sam'), {}, [real.interview])
    line.cut()
    for (let tries = 0; tries < 4; tries += 1) await expect(readWaiting(world.house)).rejects.toThrow(away)
    line.mend()
    await readWaiting(world.house)
    const reading = await world.db
      .selectFrom('fileReadings')
      .selectAll()
      .where('evidenceId', '=', id)
      .executeTakeFirst()
    expect(reading).toMatchObject({ outcome: 'text', readAt: expect.any(String) as string })
  })

  test('what was erased meanwhile is gone from the bucket soon after it is back', async () => {
    const id = await log(world.as('sam'), {}, [another(real.photo)])
    const { row } = await fileOf(world, id)
    const isThere = async () => (await everythingIn(address)).some(name => name.endsWith(row.storedAs))
    line.cut()
    expect((await world.as('sam').post(`/evidence/${id}/removal`)).status).toBe(303)
    expect(await isThere()).toBe(true)
    line.mend()
    await vi.waitFor(async () => expect(await isThere()).toBe(false), { timeout: 20_000, interval: 500 })
  })
})
