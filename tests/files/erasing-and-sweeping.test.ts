import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import supertest from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eraseFile, removeBytes } from '../../src/files/erasing.js'
import { newKey } from '../../src/files/store.js'
import { sweepStore } from '../../src/files/sweeping.js'
import type { StoredFile } from '../../src/files/tables.js'
import { type Answer, type Desk, openDesk } from './desk.js'
import * as made from './made-files.js'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  expect(desk.failures).toEqual([])
  await desk.close()
})

const later = () => new Date(Date.now() + 1000)

async function addPhoto(): Promise<StoredFile> {
  const answer = await supertest(desk.server)
    .post('/files')
    .attach('files', await made.phonePhoto(), 'Jac Evans.jpg')
  return (answer.body as Answer).files[0]!
}

test('an erased picture is gone with its thumbnail and its name; that there was one stays', async () => {
  const photo = await addPhoto()
  expect(await desk.everything()).toHaveLength(4)

  await desk.db.transaction().execute(trx => eraseFile(trx, photo))
  expect((await supertest(desk.server).get(`/files/${photo.id}`)).status).toBe(404)
  await removeBytes(desk.db, desk.store, photo)

  expect(await desk.everything()).toEqual([])
  const row = await desk.db.selectFrom('files').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ id: photo.id, name: 'erased.jpg', erasedAt: expect.any(String) as string })
})

test('sweeping removes what no row speaks of, and keeps the rest', { timeout: 240_000 }, async () => {
  const before = new Date(Date.now() - 60_000)
  const photo = await addPhoto()
  const kept = await desk.everything()
  for (let each = 0; each < 450; each += 1) await desk.store.write(Readable.from([Buffer.from('orphan')]), newKey())
  await writeFile(await desk.store.waitingPlace(), 'left by a power cut')

  expect(await sweepStore(desk.db, desk.store, before)).toBe(0)
  expect(await sweepStore(desk.db, desk.store, later())).toBe(451)
  expect((await desk.everything()).sort()).toEqual(kept.sort())
  expect((await supertest(desk.server).get(`/files/${photo.id}`)).status).toBe(200)
})

test('an erasure that was cut short is finished by the sweep', async () => {
  const photo = await addPhoto()
  await desk.db.transaction().execute(trx => eraseFile(trx, photo))
  expect(await sweepStore(desk.db, desk.store, later())).toBe(4)
  expect(await desk.everything()).toEqual([])
})
