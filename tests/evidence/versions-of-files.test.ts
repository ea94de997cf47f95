import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { readWaiting } from '../../src/evidence/files/reading-files.js'
import { replayWithdrawals } from '../../src/evidence/withdrawing/replaying-withdrawals.js'
import { roomForFiles, roomLeftFor } from '../../src/evidence/files/room-for-files.js'
import { sweepStore } from '../../src/files/sweeping.js'
import { brought } from '../../src/rooms.js'
import { bytesIn } from '../files/bytes-in.js'
import { newWorld } from '../world.js'
import { another, fileOf, log, real } from './real-files.js'

const world = newWorld()
const journalFolder = mkdtempSync(join(tmpdir(), 'journal-'))
afterAll(() => {
  rmSync(journalFolder, { recursive: true, force: true })
})

const bytesAt = async (key: string | null) => (key ? world.house.store.size(key) : undefined)
const versionsIn = (file: string) =>
  world.db.selectFrom('fileVersions').selectAll().where('fileId', '=', file).orderBy('version').execute()

test('the same file twice in a group is stored once, said where both can be seen, and erased only with the last', async () => {
  const first = await log(world.as('sam'), { audience: 'group' }, [real.chart])
  const draft = await log(world.as('huw'), {}, [real.chart])
  const elsewhere = await log(world.as('ifan'), {}, [real.chart], 'marking')
  const [a, b, c] = [await fileOf(world, first), await fileOf(world, draft), await fileOf(world, elsewhere)]
  expect([b.row.storedAs, b.row.smallAs, b.row.thumbnailAs]).toEqual([a.row.storedAs, a.row.smallAs, a.row.thumbnailAs])
  expect(c.row.storedAs).not.toBe(a.row.storedAs)

  const { number } = await world.db
    .selectFrom('evidence')
    .select('number')
    .where('id', '=', first)
    .executeTakeFirstOrThrow()
  expect((await world.as('huw').get(`/evidence/${draft}/files`)).text).toContain(
    `E${number}</a>, so it is stored only once`,
  )
  // Huw's draft is nobody else's business.
  expect((await world.as('sam').get(`/evidence/${first}/files`)).text).not.toContain('stored only once')
  const added = await log(world.as('sam'), {})
  const sam = world.as('sam')
  await sam.send(`/evidence/${added}/files`).attach('files', real.chart.bytes, 'again.jpg')
  expect((await sam.get(`/evidence/${added}/files`)).text).toContain(`again.jpg is the same file as in E${number}`)

  const room = await roomLeftFor(world.db, 'reading')
  expect(roomForFiles - room).toBeLessThan(2 * a.row.bytes)
  await sweepStore(world.db, world.house.store, new Date(Date.now() + 1000))
  await world.as('sam').post(`/evidence/${first}/files/${a.row.id}/removal`)
  await world.as('sam').post(`/evidence/${added}/removal`)
  expect((await world.as('huw').get(b.address)).status).toBe(200)
  await world.as('huw').post(`/evidence/${draft}/removal`)
  expect(await bytesAt(a.row.storedAs)).toBeUndefined()
  expect(await bytesAt(c.row.storedAs)).toBe(c.row.bytes)
})

test('a replaced file keeps its place, its description and what it was, which only its keeper reads', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [another(real.photo)])
  const { row, address } = await fileOf(world, id)
  const at = `/evidence/${id}/files/${row.id}/versions`
  await world.as('sam').post(`/evidence/${id}/files/${row.id}/description`, { alt: 'Slips on a board' })
  const replace = (person: string, file: { bytes: Buffer; name: string }, version = 1) =>
    world.as(person).send(at).field('version', version).attach('files', file.bytes, file.name)
  expect((await replace('huw', real.chart)).status).toBe(403)
  expect((await replace('ruth', real.chart)).status).toBe(404)
  expect((await replace('sam', real.form)).status).toBe(422)
  expect((await replace('sam', another(real.chart))).status).toBe(303)
  expect((await replace('sam', real.photo)).status).toBe(409)

  const now = await fileOf(world, id)
  expect([now.row.id, now.row.version, now.row.name]).toEqual([row.id, 2, real.chart.name])
  expect((await world.as('huw').get(`/evidence/${id}`)).text).toContain('alt="Slips on a board"')
  const before = `${at}/1/${encodeURIComponent(row.name)}`
  expect((await world.as('sam').get(at)).text).toContain(before)
  expect((await world.as('sam').get(before)).headers['content-length']).toBe(String(row.bytes))
  expect((await world.as('huw').get(before)).status).toBe(403)
  expect((await world.as('huw').get(address)).headers['content-length']).toBe(String(now.row.bytes))

  expect((await world.as('sam').post(`${at}/1/return`, { version: 2 })).status).toBe(303)
  expect((await fileOf(world, id)).row).toMatchObject({ version: 3, storedAs: row.storedAs })
  expect((await versionsIn(row.id)).map(one => one.how)).toEqual(['sent', 'replaced', 'restored'])

  await world.as('sam').post(`/evidence/${id}/files/${row.id}/removal`)
  for (const { storedAs, thumbnailAs } of await versionsIn(row.id))
    expect([await bytesAt(storedAs), await bytesAt(thumbnailAs)]).toEqual([undefined, undefined])
  expect((await versionsIn(row.id)).every(one => one.erasedAt !== null && !one.name.includes('book'))).toBe(true)
})

test('when a document is replaced its text is read again, and the passages move along', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.interview])
  const { row } = await fileOf(world, id)
  await readWaiting(world.house)
  const longer = Buffer.concat([Buffer.from('One line more.\n\n'), real.interview.bytes])
  await world
    .as('sam')
    .send(`/evidence/${id}/files/${row.id}/versions`)
    .field('version', 1)
    .attach('files', longer, 'interview, mended.txt')
  await readWaiting(world.house)
  const texts = await world.db
    .selectFrom('readableTexts')
    .selectAll()
    .where('fileId', '=', row.id)
    .orderBy('version')
    .execute()
  expect(texts.map(text => text.words.startsWith('One line more.'))).toEqual([false, true])
})

const half = { left1: '0', top1: '0', width1: '50', height1: '100' }

async function dot(key: string, across: number): Promise<number[]> {
  const { data, info } = await sharp(await bytesIn(world.house.store, key))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width * across)) * info.channels
  return [...data.subarray(at, at + 3)]
}

test('a part is covered in the stored picture, and what it was is erased everywhere', async () => {
  world.house.journal = join(journalFolder, 'withdrawals')
  const picture = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#d02020' } })
    .png()
    .toBuffer()
  const id = await log(world.as('sam'), { audience: 'group' }, [{ name: 'Alys.png', bytes: picture }])
  const { row } = await fileOf(world, id)
  const at = `/evidence/${id}/files/${row.id}/covering`
  const cover = (person: string, fields: Record<string, string>) =>
    world.as(person).post(at, { version: '1', with: 'colour', original: 'erase', ...fields })
  expect((await world.as('sam').get(at)).text).toContain('is erased for good')
  expect((await cover('huw', half)).status).toBe(403)
  expect((await cover('sam', {})).status).toBe(422)
  const wrong = await cover('sam', { ...half, width1: 'wide' })
  expect([wrong.status, wrong.text.includes('Enter a number from 0 to 100')]).toEqual([422, true])
  // Nobody has recorded a consent, so nothing can say that the uncovered picture is kept.
  expect((await cover('sam', { ...half, original: 'keep', agreed: 'A parent' })).status).toBe(409)

  expect(
    (await cover('sam', { ...half, leftCrop: '0', topCrop: '0', widthCrop: '100', heightCrop: '50' })).status,
  ).toBe(303)
  const now = (await fileOf(world, id)).row
  expect([now.width, now.height]).toEqual([400, 100])
  for (const key of [now.storedAs, now.smallAs!, now.thumbnailAs!]) {
    const [left, right] = [await dot(key, 0.2), await dot(key, 0.8)]
    expect(left[0]).toBeLessThan(70)
    expect(right[0]).toBeGreaterThan(180)
  }
  for (const key of [row.storedAs, row.smallAs, row.thumbnailAs]) expect(await bytesAt(key)).toBeUndefined()
  expect((await world.as('sam').get(`/evidence/${id}/files/${row.id}/versions/1/Alys.png`)).status).toBe(404)
  const told = await world.history('reading')
  expect(told.some(line => line.aboutId === id && /covered or cut a picture in E\d+$/.test(line.did))).toBe(true)

  // A backup from before holds the uncovered picture again: it is taken out at the next start.
  await world.db.updateTable('files').set({ version: 1 }).where('id', '=', row.id).execute()
  await world.db.deleteFrom('fileVersions').where('fileId', '=', row.id).execute()
  world.forgetFacts()
  await replayWithdrawals(world.db, join(journalFolder, 'withdrawals'), brought.erases)
  expect((await world.as('sam').get(`/evidence/${id}/files`)).text).not.toContain('Alys')
})

test('the uncovered picture is kept only where consent is recorded, and then for its keeper alone', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [another(real.photo)])
  const { row } = await fileOf(world, id)
  await world.as('sam').post(`/evidence/${id}/consent`, {
    who: 'pupils',
    audience: 'network',
    givenBy: 'A parent, by form',
    givenOn: '2026-03-01',
    wording: '',
  })
  const at = `/evidence/${id}/files/${row.id}`
  const keep = { version: '1', with: 'squares', original: 'keep', ...half }
  expect((await world.as('sam').post(`${at}/covering`, { ...keep, agreed: '' })).status).toBe(422)
  expect((await world.as('sam').post(`${at}/covering`, { ...keep, agreed: 'The parent of P07, by form' })).status).toBe(
    303,
  )
  const before = `${at}/versions/1/${encodeURIComponent(row.name)}`
  expect((await world.as('sam').get(before)).status).toBe(200)
  expect((await world.as('huw').get(before)).status).toBe(403)
  expect((await world.as('sam').post(`${at}/versions/1/return`, { version: '2' })).status).toBe(409)
  expect((await world.as('sam').post(`${at}/versions/erasure`)).status).toBe(303)
  expect(await bytesAt(row.storedAs)).toBeUndefined()
  expect((await world.as('huw').get(`/files/${row.id}/x.jpg`)).status).toBe(200)
})
