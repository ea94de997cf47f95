import { expect, test } from 'vitest'
import { daysAfter, today } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
const term = '/networks/hafren/reports/autumn-2026'

test('what leaders write is theirs until it is submitted; then a co-leader reads exactly that', async () => {
  const at = '/texts/termly-report/hafren-autumn-2026/introduction'
  await world.as('nia').post(at, { body: 'The heads have quarrelled about Friday.', version: 0 }).expect(303)
  expect((await world.as('nia').get(`${term}/preview`)).text).toContain('quarrelled about Friday')
  for (const address of [`${term}/preview`, `${term}.pdf`])
    expect((await world.as('tomasz').get(address)).status).toBe(404)
  const own = await world.as('tomasz').get(term)
  expect(own.status).toBe(200)
  expect(own.text).not.toContain('quarrelled')
  expect(own.text).not.toContain(`${term}/preview`)

  await world.as('nia').post(`${term}/submission`).expect(303)
  expect((await world.as('tomasz').get(`${term}/preview`)).text).toContain('quarrelled about Friday')
  await world.as('nia').post(`${term}/submission/taking-back`).expect(303)
  const after = await world.as('tomasz').get(`${term}/preview`)
  expect([after.status, after.text]).toEqual([409, expect.stringContaining('its authors have taken it back meanwhile')])
  expect(after.text).not.toContain('quarrelled')
})

test('a term that has not begun has no report to send, and what was written for it stays', async () => {
  const [like] = await world.db.selectFrom('terms').selectAll().where('networkId', '=', 'hafren').execute()
  const ahead = {
    id: 'ahead',
    slug: 'ahead',
    name: 'Term ahead',
    startsOn: daysAfter(today(), 30),
    endsOn: daysAfter(today(), 90),
  }
  await world.db
    .insertInto('terms')
    .values({ ...like!, ...ahead })
    .execute()
  const of = '/networks/hafren/reports/ahead'
  await world
    .as('nia')
    .post('/texts/termly-report/ahead/introduction', { body: 'Early thoughts.', version: 0 })
    .expect(303)
  const refused = await world.as('nia').post(`${of}/submission`)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Term ahead begins on')
  expect((await world.as('nia').get(of)).text).toContain('Early thoughts.')
  const ofGroup = await world.as('sadia').post('/groups/reading/reports/ahead/sending', { releaseDays: '2' })
  expect(ofGroup.status).toBe(409)
})
