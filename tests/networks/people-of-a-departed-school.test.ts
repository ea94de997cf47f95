import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()

const leaves = (school: string) => world.as('nia').post(`/networks/hafren/schools/${school}/leaving`).expect(303)
const returns = (school: string) => world.as('nia').post(`/networks/hafren/schools/${school}/return`).expect(303)

test('before a school leaves, a page says who loses what, what stays, and leads to what is taken along', async () => {
  const edit = await world.as('nia').get('/networks/hafren/schools/weir/edit')
  expect(edit.text).toContain('href="/networks/hafren/schools/weir/leaving"')
  expect(edit.text).not.toContain('action="/networks/hafren/schools/weir/leaving"')
  const page = await world.as('nia').get('/networks/hafren/schools/weir/leaving')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Imran Siddiqui, its head, reads no recommendation to the school any more')
  expect(page.text).toContain('Reading by choice')
  expect(page.text).toContain('Sam O’Neill')
  expect(page.text).toContain('What is published stays published')
  expect(page.text).toContain('href="/networks/hafren/schools/weir/parting"')
  expect((await world.as('nia').get('/networks/hafren/schools/weir/parting')).status).toBe(200)
  expect((await world.as('sam').get('/networks/hafren/schools/weir/leaving')).status).toBe(403)
})

test('a school leaves once, and comes back once', async () => {
  await leaves('weir')
  expect((await world.as('nia').post('/networks/hafren/schools/weir/leaving')).status).toBe(409)
  await returns('weir')
  expect((await world.as('nia').post('/networks/hafren/schools/weir/return')).status).toBe(409)
})

test('people of a school stop reading with its last day, from their next request on, and read again when it comes back', async () => {
  const sam = world.as('sam')
  const { schoolId } = await world.db
    .selectFrom('groupPeople')
    .select('schoolId')
    .where('personId', '=', 'sam')
    .where('groupId', '=', 'reading')
    .executeTakeFirstOrThrow()
  expect((await sam.get('/groups/reading')).status).toBe(200)
  await leaves(schoolId!)
  expect((await sam.get('/groups/reading')).status).toBe(404)
  expect((await sam.get('/networks/hafren')).status).toBe(404)
  expect((await sam.post('/groups/reading/evidence', {})).status).toBe(404)
  expect((await world.as('nia').get('/groups/reading')).text).not.toContain('Sam Okafor')
  await returns(schoolId!)
  expect((await sam.get('/groups/reading')).status).toBe(200)
})

test('a group whose lead was of that school asks for another, and whoever leads the network goes on', async () => {
  const { schoolId } = await world.db
    .selectFrom('groupPeople')
    .select('schoolId')
    .where('personId', '=', 'kasia')
    .where('groupId', '=', 'outdoors')
    .executeTakeFirstOrThrow()
  const own = await world.db
    .selectFrom('networkRoles')
    .select('schoolId')
    .where('personId', '=', 'nia')
    .where('role', '=', 'network leader')
    .executeTakeFirstOrThrow()
  await leaves(schoolId!)
  expect((await world.as('nia').get('/networks/hafren')).text).toContain('Learning outdoors has no lead learner now')
  const handover = (await world.as('nia').get('/groups/outdoors/handover')).text
  expect(handover).toContain('Nothing changes for you')
  expect(handover).not.toContain('you stay in the group as a volunteer')
  await returns(schoolId!)
  if (own.schoolId) await leaves(own.schoolId)
  expect((await world.as('nia').get('/networks/hafren')).status).toBe(200)
})
