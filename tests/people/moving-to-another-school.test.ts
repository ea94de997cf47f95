import { beforeAll, expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const passphrase = 'four quiet herons walk'
let key = ''
let ending = ''

beforeAll(async () => {
  key = (await world.as('sam').post('/groups/reading/keys', { passphrase })).headers.location!
  await world.as('sam').post(`${key}/openings`, { because: 'To give codes', passphrase }).expect(303)
  const staff = { role: 'staff', school: 'river', theme: '' }
  await world.as('nia').post('/networks/hafren/people/sam/roles', staff).expect(303)
  const old = (await world.person('sam')).roles.find(one => one.schoolId === 'weir')
  ending = `/networks/hafren/people/sam/roles/${old!.id}/end`
})

test('the page asks for which school somebody stays in the groups of the school that they leave', async () => {
  const page = await world.as('nia').get(ending)
  expect(page.text).toContain('It is for Weir Lane')
  expect(page.text).toContain('They stay, for River Road')
  expect(page.text).toContain('opens for them no more')
  expect(page.text).not.toContain('They stay, such as until')
  expect((await world.as('nia').post(ending)).status).toBe(422)
  expect((await world.as('nia').post(ending, { groups: 'stay' })).status).toBe(422)
})

test('whoever has moved opens, hands on and makes no key of the school that they left', async () => {
  await world.as('nia').post(ending, { groups: 'for river' }).expect(303)
  const sam = world.as('sam')
  expect((await world.person('sam')).groups.find(one => one.groupId === 'reading')?.schoolId).toBe('river')
  for (const page of [key, `${key}/handover`]) expect((await sam.get(page)).status).toBe(404)
  expect((await sam.post(`${key}/openings`, { because: 'To look', passphrase })).status).toBe(404)
  const keys = await sam.get('/groups/reading/keys')
  expect(keys.text).toContain('Make the key of River Road')
  expect(keys.text).toContain('no longer takes part for Weir Lane')
  expect((await world.history('reading'))[0]?.did).toContain('takes part for River Road')
})

test('those who may take the key over are told by letter and on their day', async () => {
  await world.posted()
  const told = world.letters.filter(one => one.subject.startsWith('Who looks after a key of Weir Lane'))
  expect(told.map(one => one.to)).toEqual([(await world.person('imran')).email])
  expect(told[0]?.text).toContain('names a data lead')
  expect((await world.as('imran').get('/')).text).toContain('Name a data lead')
})
