import { afterAll, beforeAll, expect, test } from 'vitest'
import { postLetters } from '../../src/mail/posting.js'
import { tellersAmong } from '../../src/mail/waiting-letters.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
const start = Date.parse('2026-11-24T09:00:00.000Z')
let minutes = 0
const later = (more: number) => standStillAt(new Date(start + (minutes += more) * 60_000).toISOString())
beforeAll(() => later(0))
afterAll(() => standStillAt(null))

const term = '/networks/hafren/reports/autumn-2026'
const stage = '/groups/reading/stages/purpose'

/** What goes out after the quiet, in all. */
async function posted(): Promise<string> {
  await world.following.settled()
  later(4)
  world.letters.length = 0
  await postLetters(world.house, brought)
  return world.letters.map(one => `${one.to}: ${one.text}`).join('\n')
}

async function challenged(words: string): Promise<string> {
  const form = { words, kind: 'challenge', 'names-answer': 'as it is' }
  const answer = await world.as('bilal').post(`${stage}/comments`, form).expect(303)
  await world.following.settled()
  return answer.get('location')!.split('#comment-')[1]!
}

test('a report that is asked for is asked for by letter', async () => {
  await world.as('nia').post(`${term}/nudges/talk`).expect(303)
  expect(await posted()).toContain('asks for the short report of')
})

test('one that is sent before the letter goes is not asked for any more', async () => {
  await world.as('nia').post(`${term}/nudges/talk`).expect(303)
  await world.following.settled()
  await world.as('gwen').post('/groups/talk/reports/autumn-2026/sending', { releaseDays: '2' }).expect(303)
  expect(await posted()).not.toContain('asks for the short report of')
})

test('nor is that of a group that was closed meanwhile', async () => {
  await world.as('nia').post(`${term}/nudges/reading`).expect(303)
  await world.following.settled()
  await world.db
    .updateTable('groups')
    .set({ closedAt: new Date(start).toISOString() })
    .where('id', '=', 'reading')
    .execute()
  expect(await posted()).not.toContain('asks for the short report of')
  await world.db.updateTable('groups').set({ closedAt: null }).where('id', '=', 'reading').execute()
})

test('a challenge that was answered before the letter goes waits for nobody’s answer', async () => {
  const id = await challenged('Who was not asked?')
  await world.as('sadia').post(`/comments/${id}/answer`, { words: 'Families.' }).expect(303)
  const all = await posted()
  expect(all).not.toContain('waits for the answer of')
  expect(all).toContain('has answered your challenge')
})

test('one that was taken back is not told of at all; one that waits is', async () => {
  const id = await challenged('And the caretakers?')
  await world.db
    .updateTable('comments')
    .set({ removedAt: new Date(start).toISOString(), removedBy: 'bilal' })
    .where('id', '=', id)
    .execute()
  expect(await posted()).not.toContain('A challenge')
  await challenged('And the cooks?')
  expect(await posted()).toContain('A challenge to Purpose waits for the answer of Reading by choice.')
})

test('every letter of what waits is told again when it goes', () => {
  const names = brought.followers.filter(one => one.name.startsWith('letters: ')).map(one => one.name.slice(9))
  expect([...tellersAmong(brought.followers).keys()].sort()).toEqual([...new Set(names)].sort())
})
