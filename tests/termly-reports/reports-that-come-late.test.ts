import { afterAll, beforeAll, expect, test } from 'vitest'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
const term = '/networks/hafren/reports/autumn-2026'
const group = '/groups/reading/reports/autumn-2026'
const at = (time: string) => standStillAt(`2026-11-27T${time}:00.000Z`)

beforeAll(() => at('09:00'))
afterAll(() => standStillAt(null))

test('before anything is submitted, a group’s change reaches the network leader as it makes it', async () => {
  await world.as('sadia').post(`${group}/sending`, { releaseDays: '' }).expect(303)
  expect((await world.as('sadia').get(group)).text).toContain('A change reaches the network leader as you make it')
})

test('who submits a report before its term is over reads until when it lasts', async () => {
  expect((await world.as('nia').get(term)).text).toMatch(/Autumn term 2026 lasts until \d+ December 2026\./)
  at('10:00')
  await world.as('nia').post(`${term}/submission`).expect(303)
  for (const person of ['nia', 'rhian', 'tomasz'])
    expect((await world.as(person).get(`${term}/preview`)).text, person).not.toContain('came after this was submitted')
  expect((await world.as('rhian').get(`${term}/preview`)).text).toMatch(/Autumn term 2026 lasts until/)
})

test('a report that comes after it was submitted is told to whoever approves and whoever submitted, and to the group', async () => {
  at('11:00')
  await world.as('gwen').post('/groups/talk/reports/autumn-2026/sending', { releaseDays: '2' }).expect(303)
  const own = (await world.as('gwen').get('/groups/talk/reports/autumn-2026')).text
  expect(own).toContain('The network’s report has been submitted. What was sent or changed after 27 November 2026')
  expect(own).not.toContain('reaches the network leader as you make it')
  for (const person of ['rhian', 'tomasz', 'nia'])
    expect((await world.as(person).get(`${term}/preview`)).text, person).toMatch(
      /1 report came after this was submitted: Talk[^<]*\./,
    )
  expect((await world.as('nia').get(term)).text).toContain('1 report came after this was submitted')
  expect((await world.as('nia').get(`${term}/preview`)).text).toContain('Take it back, to put it together again')
  expect((await world.as('tomasz').get(`${term}/preview`)).text).not.toContain('Take it back, to put')
  for (const person of ['rhian', 'nia'])
    expect((await world.as(person).get('/')).text, person).toContain('1 report of a group has come since.')
})

test('taken back and submitted again, it has come late no more', async () => {
  at('12:00')
  await world.as('nia').post(`${term}/submission/taking-back`).expect(303)
  await world.as('nia').post(`${term}/submission`).expect(303)
  expect((await world.as('rhian').get(`${term}/preview`)).text).not.toContain('came after this was submitted')
})

test('once it is published the group reads as of when', async () => {
  const hash = /name="hash" value="(\w{64})"/.exec((await world.as('rhian').get(`${term}/preview`)).text)![1]!
  await world.as('rhian').post(`${term}/publication`, { hash }).expect(303)
  const own = (await world.as('gwen').get('/groups/talk/reports/autumn-2026')).text
  expect(own).toContain('The network’s report is published. What was sent or changed after 27 November 2026')
})
