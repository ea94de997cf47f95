import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const proposal = {
  question: 'What do children do with the first five minutes of a lesson?',
  name: 'First five minutes',
  why: 'Nobody has ever looked.',
  theme: '',
  school: 'coed',
}

test('a teacher proposes a question and leads the group that begins around it', async () => {
  const alys = world.as('alys')
  expect((await alys.get('/networks/hafren/groups/new')).text).toContain('Propose a question')
  const made = await alys.post('/networks/hafren/groups', proposal)
  expect(made.status).toBe(303)
  const home = await alys.get(made.headers.location!)
  expect(home.text).toContain(proposal.question)
  expect(home.text).toContain('lead learner')
  expect((await alys.get('/groups')).text).toContain('First five minutes')
  expect((await world.as('sam').get('/groups')).text).toContain('First five minutes')
})

test('a proposal without a question comes back with the other words kept', async () => {
  const page = await world.as('alys').post('/networks/hafren/groups', { ...proposal, question: '', why: 'Kept words' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Ask your question')
  expect(page.text).toContain('Kept words')
})

test('nobody proposes from a school they do not work in, or with another network’s theme', async () => {
  const page = await world.as('alys').post('/networks/hafren/groups', { ...proposal, school: 'weir', theme: 'memory' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose a school you work in')
  expect(page.text).toContain('Choose a theme of the network')
})

test('a headteacher reads why they cannot lead a group in their network', async () => {
  const page = await world.as('geraint').get('/networks/hafren/groups/new')
  expect(page.status).toBe(403)
  expect(page.text).toContain('you cannot lead a group in it')
  expect((await world.as('geraint').post('/networks/hafren/groups', { ...proposal, school: 'glanwy' })).status).toBe(
    403,
  )
})

test('to another network there is nothing to propose in, and governors do not propose', async () => {
  expect((await world.as('yusra').get('/networks/hafren/groups/new')).status).toBe(404)
  expect((await world.as('dilys').get('/networks/hafren/groups/new')).status).toBe(404)
})

test('somebody of the network looks in, volunteers themselves, and is in', async () => {
  const alys = world.as('alys')
  expect((await alys.get('/groups/outdoors')).headers.location).toBe('/groups/outdoors/joining')
  for (const inside of ['people', 'claims', 'evidence'])
    expect((await alys.get(`/groups/outdoors/${inside}`)).status, inside).toBe(404)
  const door = await alys.get('/groups/outdoors/joining')
  expect(door.text).toContain('Volunteer')
  expect(door.text).toContain('Kasia Żółtowska')
  expect((await alys.post('/groups/outdoors/joining', { school: 'weir' })).status).toBe(422)
  expect((await alys.post('/groups/outdoors/joining', { school: 'coed' })).status).toBe(303)
  expect((await alys.get('/groups/outdoors')).status).toBe(200)
  expect((await alys.post('/groups/outdoors/joining', { school: 'coed' })).status).toBe(403)
  expect((await alys.get('/groups/outdoors/joining')).text).toContain('You are in this group')
})

test('a head takes part without a second role: everything a volunteer can, named as a head, and never as its lead', async () => {
  const mair = world.as('mair')
  expect((await mair.get('/groups/talk/joining')).text).toContain('named as a headteacher')
  expect((await mair.post('/groups/talk/evidence', { whatWeSaw: 'Too early' })).status).toBe(403)
  expect((await mair.post('/groups/talk/joining', { school: 'river' })).status).toBe(422)
  expect((await mair.post('/groups/talk/joining', { school: 'bryn' })).status).toBe(303)
  await mair.get('/groups/talk/evidence/new').expect(200)
  for (const page of ['/groups/talk', '/groups/talk/people'])
    expect((await world.as('gwen').get(page)).text).toContain('headteacher, taking part')
  const offer = await world.as('gwen').post('/groups/talk/handover', { to: 'mair', note: 'Please' })
  expect(offer.text).toContain('not a headteacher')
  await mair.get('/networks/hafren/groups/new').expect(403)
  expect((await mair.get('/networks/hafren')).text).not.toContain('Groups that take volunteers')
  await mair.post('/groups/talk/leaving').expect(303)
})

test('a teaching head may volunteer, and may not lead', async () => {
  expect((await world.as('geraint').post('/groups/talk/joining', { school: 'glanwy' })).status).toBe(303)
  const offer = await world.as('gwen').post('/groups/talk/handover', { to: 'geraint', note: 'Please' })
  expect(offer.status).toBe(422)
  expect(offer.text).toContain('not a headteacher')
})

test('the group’s door does not exist for another network', async () => {
  expect((await world.as('yusra').get('/groups/talk/joining')).status).toBe(404)
  expect((await world.as('yusra').get('/groups/talk')).status).toBe(404)
  expect((await world.as('yusra').post('/groups/talk/joining', { school: 'dunes' })).status).toBe(404)
})

test('a join link leads colleagues of the network to the door, and others to a sentence', async () => {
  expect((await world.as('ifan').get('/join/join-talk-2026')).headers.location).toBe('/groups/talk/joining')
  expect((await world.as('yusra').get('/join/join-talk-2026')).text).toContain('You need an invitation first')
  expect((await world.as('ifan').get('/join/no-such-code')).status).toBe(404)
  expect((await world.stranger.get('/join/join-talk-2026')).headers.location).toContain('/sign-in?next=')
})

test('the lead renews the join link, and the old one leads nowhere', async () => {
  expect((await world.as('bilal').post('/groups/talk/join-link')).status).toBe(403)
  expect((await world.as('gwen').post('/groups/talk/join-link')).status).toBe(303)
  expect((await world.as('ifan').get('/join/join-talk-2026')).status).toBe(404)
  expect((await world.as('gwen').get('/groups/talk/people')).text).toMatch(/\/join\/[a-z0-9]{20}/)
})

test('the list of groups is filtered by words and stage, whatever is typed', async () => {
  const ifan = world.as('ifan')
  expect((await ifan.get('/groups?q=mathem&stage=context')).text).toContain('Talk in mathematics')
  expect((await ifan.get('/groups?stage=action')).text).not.toContain('Talk in mathematics')
  expect((await ifan.get('/groups?q=%25_%27')).status).toBe(200)
})

test('governors, facilitators and administrators see the groups they stand behind, and no others', async () => {
  expect((await world.as('fiona').get('/groups')).text).toContain('Reading by choice')
  expect((await world.as('fiona').get('/groups')).text).not.toContain('Talk in mathematics')
  expect((await world.as('alex').get('/groups')).text).not.toContain('Reading by choice')
  expect((await world.as('dilys').get('/groups')).text).not.toContain('Reading by choice')
})
