import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { askedRoleOf } from './second-person.js'

const world = newWorld()
const { db } = world

test('whoever gives roles that nobody here can confirm reads so on Your day, and what would help', async () => {
  await db
    .updateTable('networkRoles')
    .set({ endedAt: '2026-11-02' })
    .where('role', 'in', ['headteacher', 'network leader'])
    .where('personId', '<>', 'nia')
    .execute()
  await db.updateTable('people').set({ administratorSince: null }).execute()
  await db.updateTable('people').set({ administratorSince: '2026-01-01' }).where('id', '=', 'nia').execute()
  for (const [person, school] of [
    ['huw', 'bryn'],
    ['sam', 'weir'],
  ] as const)
    await world
      .as('nia')
      .post(`/networks/hafren/people/${person}/roles`, { role: 'headteacher', school, theme: '' })
      .expect(303)
  expect((await world.as('nia').get('/')).text).toContain('2 roles that you gave cannot begin yet')
  const huw = await askedRoleOf(world, 'huw')
  expect((await world.as('nia').get(huw)).text).toContain('Choose a second administrator')
  expect((await world.as('huw').get(huw)).text).not.toContain('Choose a second administrator')

  await db.updateTable('people').set({ administratorSince: '2026-01-01' }).where('id', '=', 'alex').execute()
  expect((await world.as('nia').get('/')).text).not.toContain('cannot begin yet')
  await world.as('alex').post(`${huw}/agreement`).expect(303)
  expect((await world.person('huw')).isHeadIn('hafren')).toBe(true)
})
