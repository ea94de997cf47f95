import { expect, test } from 'vitest'
import { facilitatorsReadAlways, facilitatorsReadOnceShared } from '../../src/who-sees-what.js'
import { brought } from '../../src/rooms.js'
import { newWorld } from '../world.js'

const world = newWorld()

test('the page that invites and the invitation say the same of what a facilitator reads', async () => {
  const inviting = await world.as('gwen').get('/groups/talk/people')
  const felix = { name: 'Felix', email: 'felix@university.example', until: '2099-07-20' }
  await world.as('gwen').post('/groups/talk/facilitators', felix).expect(303)
  await world.posted()
  const letter = world.letters.find(one => one.to === 'felix@university.example')!
  const link = /\/invitations\/[\w-]{43}/.exec(letter.text)![0]
  const invitation = await world.stranger.get(link)
  for (const page of [inviting.text, invitation.text]) {
    expect(page).toContain(facilitatorsReadAlways)
    expect(page).toContain(facilitatorsReadOnceShared)
    expect(page).not.toContain('nothing else')
  }
})

test('the rights of facilitators are those that are said', () => {
  const rights = (resource: string) =>
    brought.whoSees.find(one => one.resource === resource)?.rights.facilitator?.map(one => one.when) ?? 'none'
  for (const always of ['group', 'claim', 'action', 'instrument', 'evaluation of an action', 'a group’s own meetings'])
    expect([always, rights(always)]).toEqual([always, [[]]])
  expect(rights('write-up, draft')).toBe('none')
  expect(rights('write-up, submitted')[0]).toEqual(['submitted'])
  expect(rights('measure over time')[0]).toEqual(['shared'])
  expect(rights('evidence, shared with group')[0]).toEqual(['shared outside'])
  for (const none of ['map of claims, with its codes', 'evidence, private draft'])
    expect([none, rights(none)]).toEqual([none, 'none'])
})
