import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { fileOf, log, real } from './real-files.js'

const world = newWorld()

test('files are added later, described and taken out', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.photo])
  const added = await world.as('sam').send(`/evidence/${id}/files`).attach('files', real.form.bytes, real.form.name)
  expect(added.status).toBe(303)
  const page = await world.as('sam').get(`/evidence/${id}/files`)
  expect(page.text).toContain(real.form.name)

  const { row, address } = await fileOf(world, id)
  const describe = (person: string, alt: string) =>
    world.as(person).post(`/evidence/${id}/files/${row.id}/description`, { alt })
  expect((await describe('sam', '')).status).toBe(422)
  expect((await describe('huw', 'Slips')).status).toBe(403)
  expect((await describe('sadia', 'Fifteen slips on a green board')).status).toBe(303)
  expect((await world.as('huw').get(`/evidence/${id}`)).text).toContain('alt="Fifteen slips on a green board"')

  expect((await world.as('sam').get(`/evidence/${id}/files/${row.id}/removal`)).status).toBe(200)
  expect((await world.as('huw').post(`/evidence/${id}/files/${row.id}/removal`)).status).toBe(403)
  expect((await world.as('sam').post(`/evidence/${id}/files/${row.id}/removal`)).status).toBe(303)
  expect((await world.as('sam').get(address)).status).toBe(404)
  expect(await world.house.store.size(row.storedAs)).toBeUndefined()
  expect((await world.as('sam').get(`/evidence/${id}`)).text).toContain(real.form.name)
})

test('adding says which file could not come in, keeps the others, and acts once', async () => {
  const id = await log(world.as('sam'))
  const browser = world.as('sam')
  const once = 'a-key-that-is-long-enough'
  const send = () =>
    browser
      .send(`/evidence/${id}/files`)
      .field('once', once)
      .attach('files', Buffer.from('<html></html>'), 'page.html')
      .attach('files', real.ages.bytes, real.ages.name)
  expect((await send()).status).toBe(303)
  expect((await send()).status).toBe(303)
  const page = await browser.get(`/evidence/${id}/files`)
  expect(page.text).toContain('page.html: Web pages cannot be added')
  const rows = await world.db.selectFrom('evidenceFiles').selectAll().where('evidenceId', '=', id).execute()
  expect(rows).toHaveLength(1)
})

test('nothing chosen, or only what cannot come in, is said beside the field', async () => {
  const id = await log(world.as('sam'))
  const nothing = await world.as('sam').send(`/evidence/${id}/files`).field('photo', '')
  expect(nothing.status).toBe(422)
  expect(nothing.text).toContain('Choose a photo or a file first')
  const json = await world
    .as('sam')
    .send(`/evidence/${id}/files`)
    .set('Accept', 'application/json')
    .attach('files', Buffer.from('not a picture'), 'photo.jpg')
  expect(json.status).toBe(422)
  expect((json.body as { errors: { files: string } }).errors.files).toContain('photo.jpg: The name ends in .jpg')
})

test('a colleague adds nothing to the piece of another, and nothing reaches the disk', async () => {
  const id = await log(world.as('sam'), { audience: 'group' })
  const attempt = (person: string) =>
    world.as(person).send(`/evidence/${id}/files`).attach('files', real.ages.bytes, real.ages.name)
  expect((await attempt('huw')).status).toBe(403)
  expect((await attempt('ruth')).status).toBe(404)
  const forged = await attempt('sam').set('Sec-Fetch-Site', 'cross-site')
  expect(forged.status).toBe(403)
})

test('sound can be skipped through: a part of it is sent when a part is asked for', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.sound])
  const { address } = await fileOf(world, id)
  const part = await world.as('huw').get(address).set('Range', 'bytes=0-99')
  expect(part.status).toBe(206)
  expect(part.headers['content-length']).toBe('100')
})
