import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { endAllRolesIn, endRole, giveRole } from '../../src/people/roles/giving-roles.js'
import { newWorld } from '../world.js'

const world = newWorld()
const nia = { id: 'nia' }

test('a role is given once, however often', async () => {
  const role = { networkId: 'hafren', personId: 'alys', role: 'governor', schoolId: 'bryn' } as const
  const give = () => inOne(world.db, trx => giveRole(trx, role, nia))
  const [first, second] = [await give(), await give()]
  expect(second.id).toBe(first.id)
  expect((await world.person('alys')).roles.filter(one => one.role === 'governor')).toHaveLength(1)
})

test('a lead learner cannot be given the headteacher’s role in the same network', async () => {
  const head = { networkId: 'hafren', personId: 'kasia', role: 'headteacher', schoolId: 'upper-marsh' } as const
  await expect(inOne(world.db, trx => giveRole(trx, head, nia))).rejects.toThrow('Hand over Learning outdoors first')
})

test('ending the last role of a lead learner says what would follow and asks; unasked nobody leaves a group', async () => {
  const before = await world.person('ifan')
  expect(before.leads('marking')).toBe(true)
  const [role] = before.roles
  const address = `/networks/hafren/people/ifan/roles/${role!.id}/end`
  expect((await world.as('nia').get('/networks/hafren/people/ifan')).text).toContain(`href="${address}"`)
  const page = await world.as('nia').get(address)
  expect(page.text).toContain('leads Marking that children use. It is better handed over first')
  const asked = await world.as('nia').post(address)
  expect(asked.status).toBe(422)
  expect(asked.text).toContain('Say what becomes of their place in these groups')
  expect((await world.person('ifan')).roles).toHaveLength(1)
  await world.as('nia').post(address, { groups: 'stay' }).expect(303)
  expect((await world.person('ifan')).leads('marking')).toBe(true)
  expect((await world.as('ifan').get('/groups/marking')).status).toBe(200)
})

test('whoever is said to leave with their last work leaves the groups of the network, on the next request', async () => {
  const staff = { networkId: 'hafren', personId: 'ifan', role: 'staff', schoolId: 'coed' } as const
  await inOne(world.db, trx => giveRole(trx, staff, nia))
  const [role] = (await world.person('ifan')).roles
  expect(await inOne(world.db, trx => endRole(trx, role!.id, nia, 'leave'))).toEqual([
    { id: 'marking', name: 'Marking that children use' },
  ])
  expect((await world.person('ifan')).groups).toEqual([])
  expect((await world.as('ifan').get('/groups/marking')).status).toBe(404)
  await expect(inOne(world.db, trx => endRole(trx, role!.id, nia))).rejects.toThrow('no role')
})

test('a leaver’s groups keep their work and remember who left; those that need a lead are named', async () => {
  expect(await inOne(world.db, trx => endAllRolesIn(trx, 'hafren', 'sadia', nia))).toEqual([
    { id: 'reading', name: 'Reading by choice' },
  ])
  const sadia = await world.person('sadia')
  expect([...sadia.roles, ...sadia.groups]).toEqual([])
  for (const group of ['marking', 'reading']) {
    const [line] = (await world.history(group)).filter(line => line.aboutId === 'sadia')
    expect(line?.did).toBe('noted that Sadia Qureshi has left the network')
  }
})

test('the last network leader cannot be removed, even when two are ended at once', async () => {
  const leading = async (id: string) => (await world.person(id)).roles.find(role => role.role === 'network leader')!.id
  const [one, two] = [await leading('nia'), await leading('rhian')]
  const ended = await Promise.allSettled([
    inOne(world.db, trx => endRole(trx, one, nia)),
    inOne(world.db, trx => endRole(trx, two, nia)),
  ])
  expect(ended.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = ended.find(result => result.status === 'rejected')
  expect(String((refused as PromiseRejectedResult).reason)).toContain('the only leader of the network')
  await expect(inOne(world.db, trx => endAllRolesIn(trx, 'harbour', 'ruth', nia))).rejects.toThrow('the only leader')
})

test('leaving one network changes nothing in another', async () => {
  const quay = { networkId: 'harbour', personId: 'bilal', role: 'staff', schoolId: 'quay' } as const
  await inOne(world.db, trx => giveRole(trx, quay, { id: 'ruth' }))
  await inOne(world.db, trx => endAllRolesIn(trx, 'hafren', 'bilal', nia))
  expect((await world.person('bilal')).networkIds).toEqual(['harbour'])
})
