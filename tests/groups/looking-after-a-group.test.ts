import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()

test('the people page says who is in the group, to everybody who stands behind it', async () => {
  for (const person of ['sadia', 'sam', 'nia', 'tomasz', 'joanna', 'fiona']) {
    const page = await world.as(person).get('/groups/reading/people')
    expect(page.status, person).toBe(200)
    expect(page.text).toContain('Zofia Łukasik')
  }
  for (const person of ['ifan', 'yusra', 'alex', 'dilys', 'geraint']) {
    expect((await world.as(person).get('/groups/reading/people')).status, person).toBe(404)
  }
})

test('only members see the join link', async () => {
  expect((await world.as('sam').get('/groups/reading/people')).text).toContain('/join/join-reading-2026')
  for (const person of ['nia', 'joanna', 'fiona'])
    expect((await world.as(person).get('/groups/reading/people')).text).not.toContain('/join/')
})

test('the lead cannot leave before handing over; a volunteer leaves and their work stays', async () => {
  expect((await world.as('kasia').get('/groups/outdoors/leaving')).text).toContain('Hand it over to a volunteer first')
  expect((await world.as('kasia').post('/groups/outdoors/leaving')).status).toBe(403)
  const eleri = world.as('eleri')
  expect((await eleri.get('/groups/outdoors/leaving')).text).toContain('stays with it, under your name')
  expect((await eleri.post('/groups/outdoors/leaving')).status).toBe(303)
  expect((await eleri.get('/groups/outdoors')).headers.location).toBe('/groups/outdoors/joining')
  const people = await world.as('kasia').get('/groups/outdoors/people')
  expect(people.text).toContain('1 person was')
  expect(people.text).toContain('Eleri Gwynne')
})

test('the lead changes only when the other accepts', async () => {
  const sadia = world.as('sadia')
  const sam = world.as('sam')
  const empty = await sadia.post('/groups/reading/handover', { to: 'sam', note: '' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Write a note')
  expect(
    (await sadia.post('/groups/reading/handover', { to: 'sam', note: 'The **interviews** come next.' })).status,
  ).toBe(303)
  expect((await sadia.get('/groups/reading/handover')).text).toContain('Take the offer back')
  expect((await world.person('sadia')).leads('reading')).toBe(true)

  expect((await world.as('huw').get('/groups/reading/handover/answer')).status).toBe(404)
  expect((await sam.get('/groups/reading')).text).toContain('asks you to lead')
  expect((await sam.get('/groups/reading/handover/answer')).text).toContain('<strong>interviews</strong>')
  await sam.post('/groups/reading/handover/answer', { answer: 'decline' })
  expect((await world.person('sadia')).leads('reading')).toBe(true)

  await sadia.post('/groups/reading/handover', { to: 'sam', note: 'Once more' })
  await sam.post('/groups/reading/handover/answer', { answer: 'accept' })
  expect((await world.person('sam')).leads('reading')).toBe(true)
  expect((await world.person('sadia')).leads('reading')).toBe(false)
  expect((await world.person('sadia')).isVolunteerIn('reading')).toBe(true)
  expect((await sam.post('/groups/reading/handover/answer', { answer: 'accept' })).status).toBe(404)
})

test('an offer can be taken back, and a volunteer offers nothing', async () => {
  const gwen = world.as('gwen')
  await gwen.post('/groups/talk/handover', { to: 'bilal', note: 'Would you?' })
  expect((await gwen.post('/groups/talk/handover', { to: 'bilal', note: 'Again' })).status).toBe(409)
  expect((await gwen.post('/groups/talk/handover/withdrawal')).status).toBe(303)
  expect((await world.as('bilal').get('/groups/talk/handover/answer')).status).toBe(404)
  expect((await world.as('bilal').get('/groups/talk/handover')).status).toBe(403)
})

test('the lead invites a facilitator, whose link is shown once', async () => {
  const gwen = world.as('gwen')
  const bad = await gwen.post('/groups/talk/facilitators', { name: 'Dr Ayo', email: 'nobody', until: '2020-01-01' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Choose a day that has not passed yet')
  expect(bad.text).toContain('Dr Ayo')
  const made = await gwen.led('/groups/talk/facilitators', {
    name: 'Dr Ayo',
    email: 'ayo@uni.example',
    until: '2099-07-20',
  })
  expect(made.text).toContain('/invitations/')
  expect((await gwen.get('/groups/talk/people')).text).not.toContain('/invitations/')
  const volunteers = await world
    .as('bilal')
    .post('/groups/talk/facilitators', { name: 'X', email: 'x@y.example', until: '2099-07-20' })
  expect(volunteers.status).toBe(403)
})

test('a facilitator’s invitation is ended with thanks, and acts on their next request', async () => {
  const ifan = world.as('ifan')
  const { id } = await world.db
    .selectFrom('groupPeople')
    .select('id')
    .where('groupId', '=', 'marking')
    .where('personId', '=', 'fiona')
    .executeTakeFirstOrThrow()
  expect((await world.as('fiona').get('/groups/marking')).status).toBe(200)
  expect((await ifan.get(`/groups/marking/facilitators/${id}/ending`)).text).toContain('Fiona Strand')
  await ifan.post(`/groups/marking/facilitators/${id}/ending`)
  expect((await world.as('fiona').get('/groups/marking')).status).toBe(404)
})

test('a group is described anew, and two who do it at once are told', async () => {
  const ifan = world.as('ifan')
  const page = await ifan.get('/groups/marking/details')
  const was = /name="was" value="([^"]*)"/.exec(page.text)![1]!.replaceAll('&#34;', '"').replaceAll('&#39;', "'")
  expect((await ifan.post('/groups/marking/details', { was, name: '', why: 'x', theme: '' })).status).toBe(422)
  expect(
    (await ifan.post('/groups/marking/details', { was, name: 'Marking', why: 'Because.', theme: 'world' })).status,
  ).toBe(303)
  const late = await world.as('nia').post('/groups/marking/details', { was, name: 'Other', why: 'My words', theme: '' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('My words')
  expect((await world.as('sam').get('/groups/marking/details')).status).toBe(403)
})

test('a group closes with a reason and opens again; closed, nobody joins and nothing is written', async () => {
  const maeve = world.as('maeve')
  expect((await maeve.get('/groups/number/closing')).text).toContain('Close Number sense')
  expect((await maeve.post('/groups/number/closing', { because: '' })).status).toBe(422)
  expect((await world.as('zofia').post('/groups/number/closing', { because: 'I say so' })).status).toBe(403)
  expect((await maeve.post('/groups/number/closing', { because: 'We have all moved on' })).status).toBe(303)
  expect((await world.as('alys').get('/groups/number/joining')).text).toContain('This group is closed')
  expect((await maeve.post('/groups/number/success-signs', { sign: 'x' })).status).toBe(403)
  expect((await maeve.get('/groups/number/history')).text).toContain('We have all moved on')
  expect((await world.as('nia').get('/groups/number/reopening')).status).toBe(200)
  expect((await world.as('nia').post('/groups/number/reopening', { because: 'A new school asks' })).status).toBe(303)
  expect((await maeve.get('/groups/number')).text).not.toContain('This group closed')
})

test('the history is for the group and its leaders, by person and kind, and as a spreadsheet', async () => {
  const sam = world.as('sam')
  expect((await sam.get('/groups/reading/history?person=sam')).text).toContain('took over the lead')
  expect((await sam.get('/groups/reading/history?person=sadia&kind=group')).status).toBe(200)
  const csv = await sam.get('/groups/reading/history.csv?kind=group')
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.text).toContain('offered the lead to Sam O’Neill')
  expect((await world.as('nia').get('/groups/reading/history')).status).toBe(200)
  for (const person of ['joanna', 'fiona', 'ifan', 'yusra'])
    expect((await world.as(person).get('/groups/reading/history')).status, person).toBe(404)
})
