import sharp from 'sharp'
import supertest from 'supertest'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eraseFile, removeBytes } from '../../src/files/erasing.js'
import { withMiddle } from '../../src/files/pictures/middle-ones.js'
import type { StoredFile } from '../../src/files/tables.js'
import { bytesIn } from './bytes-in.js'
import { type Answer, type Desk, openDesk } from './desk.js'
import * as made from './made-files.js'

let desk: Desk
let older: StoredFile
beforeAll(async () => (desk = await openDesk()))
afterAll(() => desk.close())

/** A picture that was kept before there were middle ones. */
beforeEach(async () => {
  const answer = await supertest(desk.server)
    .post('/files')
    .attach('files', await made.phonePhoto(), 'wal.jpg')
  const file = (answer.body as Answer).files[0]!
  await desk.store.remove(file.middleAs!)
  await desk.db.updateTable('files').set({ middleAs: null }).where('id', '=', file.id).execute()
  older = { ...file, middleAs: null }
})

const rowOf = () => desk.db.selectFrom('files').selectAll().where('id', '=', older.id).executeTakeFirstOrThrow()

test('an older picture gets its middle size when it is first asked for, and keeps it', async () => {
  const first = await supertest(desk.server).get(`/files/${older.id}?middle`)
  expect([first.status, first.headers['content-type']]).toEqual([200, 'image/webp'])
  const { middleAs } = await rowOf()
  expect((await sharp(await bytesIn(desk.store, middleAs!)).metadata()).width).toBeLessThanOrEqual(800)
  await supertest(desk.server).get(`/files/${older.id}?middle`)
  expect((await rowOf()).middleAs).toBe(middleAs)
})

test('two who ask at once are given the same one', async () => {
  const both = await Promise.all([withMiddle(desk.db, desk.store, older), withMiddle(desk.db, desk.store, older)])
  expect(both[0].middleAs).toBe(both[1].middleAs)
})

test('erasing a picture takes its middle size along', async () => {
  const { middleAs } = await withMiddle(desk.db, desk.store, older)
  await desk.db.transaction().execute(trx => eraseFile(trx, older))
  await removeBytes(desk.db, desk.store, older)
  expect(await desk.store.size(middleAs!)).toBeUndefined()
})

test('of a picture that was erased while it was drawn nothing stays', async () => {
  await desk.db.transaction().execute(trx => eraseFile(trx, older))
  const before = (await desk.everything()).length
  expect((await withMiddle(desk.db, desk.store, older)).middleAs).toBeNull()
  expect(await desk.everything()).toHaveLength(before)
})
