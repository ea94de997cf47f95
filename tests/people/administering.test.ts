import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const pages = [
  '/administration',
  '/administration.csv',
  '/administration/people/sam',
  '/administration/people/sam/disabling',
  '/administration/networks',
  '/administration/audit',
  '/administration/audit.csv',
]

test('only administrators find these pages', async () => {
  for (const page of pages) {
    expect((await world.as('alex').get(page)).status, page).toBe(200)
    expect((await world.as('nia').get(page)).status, page).toBe(404)
    expect((await world.stranger.get(page)).status, page).toBe(303)
  }
  expect((await world.as('nia').post('/administration/people/sam/disabling')).status).toBe(404)
})

test('people are found by name without minding accents, and by standing', async () => {
  const found = await world.as('alex').get('/administration?words=prys')
  expect(found.text).toContain('Nia Prŷs')
  expect(found.text).not.toContain('Sam O')
  expect((await world.as('alex').get('/administration?standing=administrators')).text).toContain('1 account')
  expect((await world.as('alex').get('/administration?words=zzzz')).text).toContain('Nobody found')
  const csv = await world.as('alex').get('/administration.csv?words=wojcik')
  expect(csv.text.trim().split('\r\n')).toHaveLength(2)
})

test('the pages know nothing of anybody’s work', async () => {
  for (const page of pages) {
    const { text } = await world.as('alex').get(page)
    expect(text).not.toContain('Reading by choice')
    expect(text).not.toContain('lead learner')
  }
})

test('a disabled account is signed out at once, and can be enabled again', async () => {
  const yusra = world.as('yusra')
  const alex = world.as('alex')
  expect((await alex.get('/administration/people/yusra/disabling')).text).toContain('What will happen')
  expect((await alex.post('/administration/people/yusra/disabling')).status).toBe(303)
  expect((await yusra.get('/account')).status).toBe(303)
  expect((await alex.get('/administration/people/yusra')).text).toContain('Enable the account')
  expect((await alex.post('/administration/people/yusra/enabling')).status).toBe(303)
  expect((await world.as('yusra').get('/account')).status).toBe(200)
  expect((await alex.post('/administration/people/yusra/promoting')).status).toBe(404)
})

test('somebody is made an administrator and unmade; the last one stays, also when two are ended at once', async () => {
  const alex = world.as('alex')
  expect((await alex.post('/administration/people/alex/administrator-ended')).status).toBe(409)
  expect((await alex.post('/administration/people/alex/disabling')).status).toBe(409)
  await alex.post('/administration/people/gwen/administrator-made')
  expect((await world.person('gwen')).isAdministrator).toBe(true)
  const both = await Promise.all([
    alex.post('/administration/people/alex/administrator-ended'),
    alex.post('/administration/people/gwen/administrator-ended'),
  ])
  expect(both.map(answer => answer.status).sort()).not.toEqual([303, 303])
  const left = await world.db.selectFrom('people').select('id').where('administratorSince', 'is not', null).execute()
  expect(left).toHaveLength(1)
})

test('what was done is listed, filtered and downloaded, and cannot be changed', async () => {
  const { id } = await world.db
    .selectFrom('people')
    .select('id')
    .where('administratorSince', 'is not', null)
    .executeTakeFirstOrThrow()
  const page = await world.as(id).get('/administration/audit?about=person')
  expect(page.text).toContain('made an administrator')
  const csv = await world.as(id).get('/administration/audit.csv')
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.text).toContain('disabled the account')
  await expect(world.db.deleteFrom('facts').execute()).rejects.toThrow('only grows')
})
