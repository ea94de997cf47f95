import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()

const leaves = (school: string) => world.as('nia').post(`/networks/hafren/schools/${school}/leaving`).expect(303)

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
  await leaves(schoolId!)
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
  await leaves(schoolId!)
  if (own.schoolId) await leaves(own.schoolId)
  expect((await world.as('nia').get('/networks/hafren')).status).toBe(200)
})
