import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const term = '/networks/hafren/reports/autumn-2026'
const group = '/groups/reading/reports/autumn-2026'

test('a group’s report begins from what the group did in the term', async () => {
  await world.db
    .insertInto('stageMoves')
    .values({
      id: 'm1',
      enquiryId: 'reading-1',
      fromStage: 'purpose',
      toStage: 'evidence',
      sentence: 'Choice matters more than time',
      movedAt: '2026-10-01T10:00:00.000Z',
      movedBy: 'sadia',
    })
    .execute()
  const page = await world.as('sam').get(group)
  expect(page.status).toBe(200)
  expect(page.text).toContain('We moved on from Purpose to Evidence.')
  expect(page.text).toContain('Choice matters more than time')
})

test('everybody in the group writes in it, the lead learner sends it, and outsiders find nothing', async () => {
  await world
    .as('sam')
    .post('/texts/short-report/reading~hafren-autumn-2026/learned', { body: 'Porches sell books.', version: 0 })
    .expect(303)
  expect((await world.as('sam').post(`${group}/sending`, { releaseDays: '2' })).status).toBe(403)
  expect((await world.as('nia').get(group)).status).toBe(404)
  expect((await world.as('kasia').get(group)).status).toBe(404)
  expect((await world.as('imran').get(group)).status).toBe(404)
  expect(
    (await world.as('nia').post('/texts/short-report/reading~hafren-autumn-2026/learned', { body: 'x', version: 1 }))
      .status,
  ).toBe(404)

  const bad = await world.as('sadia').post(`${group}/sending`, { releaseDays: 'a few' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('a few')
  await world.as('sadia').post(`${group}/sending`, { releaseDays: '2.5' }).expect(303)
  expect((await world.as('nia').get(group)).text).toContain('Porches sell books.')
  expect((await world.as('sadia').get('/groups/reading/reports')).text).toContain('sent on')
})

test('the network leader sees who has not sent one, and reminds them', async () => {
  const page = await world.as('nia').get(term)
  expect(page.text).toContain('Porches sell books.')
  expect(page.text).toMatch(/groups have<\/|groups have not sent/)
  world.letters.length = 0
  await world.as('nia').post(`${term}/nudges/talk`).expect(303)
  await world.posted()
  expect(world.letters[0]).toMatchObject({ to: 'gwen@schools.example' })
  expect((await world.as('nia').get(term)).text).toContain('reminded on')
  expect((await world.as('tomasz').post(`${term}/nudges/talk`)).status).toBe(403)
})

test('only network leaders and co-leaders see a draft; a co-leader writes about the own theme only', async () => {
  for (const outsider of ['sadia', 'mair', 'dilys', 'ruth', 'alex', 'fiona'])
    expect((await world.as(outsider).get(term)).status).toBe(404)
  expect((await world.as('tomasz').get(term)).text).toContain('Talk and reading')
  await world
    .as('tomasz')
    .post('/texts/termly-report/hafren-autumn-2026/theme-language', {
      body: 'Two groups now share readers.',
      version: 0,
    })
    .expect(303)
  expect(
    (await world.as('tomasz').post('/texts/termly-report/hafren-autumn-2026/theme-world', { body: 'x', version: 0 }))
      .status,
  ).toBe(404)
  expect(
    (await world.as('tomasz').post('/texts/termly-report/hafren-autumn-2026/introduction', { body: 'x', version: 0 }))
      .status,
  ).toBe(404)
  await world
    .as('nia')
    .post('/texts/termly-report/hafren-autumn-2026/introduction', { body: 'A term of **porches**.', version: 0 })
    .expect(303)
})

test('the preview shows the whole report, with schools in alphabetical order and none ranked', async () => {
  const page = await world.as('nia').get(`${term}/preview`)
  for (const words of [
    'A term of',
    'Two groups now share readers.',
    'Porches sell books.',
    'Release time used: 2.5 days',
    'Schools taking part',
  ])
    expect(page.text).toContain(words)
  const table = page.text.slice(page.text.indexOf('Schools in alphabetical order'))
  expect(table.indexOf('Holly Bank')).toBeLessThan(table.indexOf('Weir Lane'))
  expect(table.indexOf('Weir Lane')).toBeLessThan(table.indexOf('Ysgol y Bryn'))
  const pdf = await world.as('nia').get(`${term}.pdf`)
  expect(pdf.headers['content-type']).toContain('application/pdf')
  expect((await world.as('sam').get(`${term}.pdf`)).status).toBe(404)
})

test('whoever submitted it cannot approve it; a second person returns it with words, and the author sees them', async () => {
  await world.as('nia').post(`${term}/submission`).expect(303)
  expect((await world.as('nia').get(`${term}/preview`)).text).not.toContain('Approve and publish')
  const toApprove = (await world.as('rhian').get(`${term}/preview`)).text
  // The answer is asked for behind all of it; a way to it stands at the top.
  expect(toApprove.indexOf('<a href="#answer">Go to your answer</a>')).toBeLessThan(
    toApprove.indexOf('class="reading"'),
  )
  expect(toApprove).toContain('id="answer" tabindex="-1"')
  const hash = /name="hash" value="(\w{64})"/.exec(toApprove)![1]!
  expect((await world.as('nia').post(`${term}/publication`, { hash })).status).toBe(403)
  expect((await world.as('rhian').post(`${term}/submission/return`, { because: '' })).status).toBe(422)
  await world.as('rhian').post(`${term}/submission/return`, { because: 'Thank the caretakers too' }).expect(303)
  expect((await world.as('nia').get(term)).text).toContain('Thank the caretakers too')
})

test('the approval is bound to the version that was read, and publishes it for everybody', async () => {
  await world
    .as('nia')
    .post('/texts/termly-report/hafren-autumn-2026/thanks', { body: 'The caretakers.', version: 0 })
    .expect(303)
  await world.as('nia').post(`${term}/submission`).expect(303)
  expect((await world.as('tomasz').post(`${term}/publication`, { hash: 'a'.repeat(64) })).status).toBe(409)
  const hash = /name="hash" value="(\w{64})"/.exec((await world.as('tomasz').get(`${term}/preview`)).text)![1]!
  await world
    .as('nia')
    .post('/texts/termly-report/hafren-autumn-2026/introduction', {
      body: 'Changed after it was submitted.',
      version: 1,
    })
    .expect(303)
  const published = await world.as('tomasz').post(`${term}/publication`, { hash })
  expect(published.headers.location).toBe('/published/reports/hafren-autumn-2026')
  const page = await world.stranger.get('/published/reports/hafren-autumn-2026')
  expect(page.status).toBe(200)
  expect(page.text).toContain('The caretakers.')
  expect(page.text).not.toContain('Changed after it was submitted')
  const late = await world.as('rhian').post(`${term}/submission/return`, { because: 'Thank the cooks as well' })
  expect([late.status, late.text]).toEqual([409, expect.stringMatching(/ has published it meanwhile\./)])
  expect(late.text).toContain('Thank the cooks as well')
  expect(late.text).toContain('href="/published/reports/hafren-autumn-2026?edition=1"')
  expect((await world.as('tomasz').get(`${term}/preview`)).text).toContain('You have published it already.')
})

test('a second edition needs a reason', async () => {
  expect((await world.as('nia').post(`${term}/submission`, { reason: '' })).status).toBe(422)
  await world.as('nia').post(`${term}/submission`, { reason: 'A school’s name was wrong' }).expect(303)
  await world.as('nia').post(`${term}/submission/taking-back`).expect(303)
  expect((await world.as('nia').post(`${term}/submission/taking-back`)).status).toBe(409)
})

test('a withdrawn report leaves a marker with the reason', async () => {
  expect((await world.as('nia').get(`${term}/withdrawal`)).text).toContain('What will happen')
  await world.as('nia').post(`${term}/withdrawal`, { because: 'A number was wrong' }).expect(303)
  const page = await world.stranger.get('/published/reports/hafren-autumn-2026')
  expect(page.status).toBe(410)
  expect(page.text).toContain('A number was wrong')
})

test('evidence that may not go out is named, and the report is not submitted until it is mended', async () => {
  await world.as('sam').send('/groups/reading/evidence').field({
    whatWeSaw: 'A child read to a dog',
    title: 'The dog',
    kind: 'observation',
    stage: 'evidence',
    gatheredOn: '2026-10-05',
    schools: 'weir',
    audience: 'group',
  })
  const piece = await world.db
    .selectFrom('evidence')
    .selectAll()
    .where('groupId', '=', 'reading')
    .executeTakeFirstOrThrow()
  const version = (
    await world.db
      .selectFrom('texts')
      .select('version')
      .where('owner', '=', 'reading~hafren-autumn-2026')
      .where('field', '=', 'learned')
      .executeTakeFirstOrThrow()
  ).version
  await world
    .as('sadia')
    .post('/texts/short-report/reading~hafren-autumn-2026/learned', {
      body: `They read to anyone.\n\n[[E${piece.number} quote]]`,
      version,
    })
    .expect(303)
  const page = await world.as('nia').post(`${term}/submission`, { reason: 'Again' })
  expect(page.status).toBe(422)
  expect(page.text).toContain(`E${piece.number} is shared with the group only`)
})

test('where pieces of several groups are referred to, each number says whose it is', async () => {
  const logged = async (person: string, group: string, title: string, school: string) => {
    await world
      .as(person)
      .send(`/groups/${group}/evidence`)
      .field({
        ...{ whatWeSaw: `${title}, as we saw it`, title, kind: 'observation', stage: 'evidence' },
        ...{ gatheredOn: '2026-10-06', schools: school, audience: 'group' },
      })
    return world.db
      .selectFrom('evidence')
      .select(['id', 'number'])
      .where('groupId', '=', group)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
  }
  const write = async (person: string, group: string, body: string) => {
    const owner = `${group}~hafren-autumn-2026`
    const row = await world.db
      .selectFrom('texts')
      .select('version')
      .where('owner', '=', owner)
      .where('field', '=', 'learned')
      .executeTakeFirst()
    const address = `/texts/short-report/${owner}/learned`
    await world
      .as(person)
      .post(address, { body, version: row?.version ?? 0 })
      .expect(303)
    await world.as(person).post(`/groups/${group}/reports/autumn-2026/sending`, { releaseDays: '' }).expect(303)
  }
  const ofReading = await logged('sadia', 'reading', 'A queue at the shelf', 'st-davids')
  await write('sadia', 'reading', `They queued ([[E${ofReading.number}]]).`)
  const alone = (await world.as('nia').get(`${term}/preview`)).text
  expect(alone).toContain(`>E${ofReading.number}<`)
  const ofOutdoors = await logged('kasia', 'outdoors', 'A hedge full of talk', 'upper-marsh')
  await write('kasia', 'outdoors', `They talked.\n\n[[E${ofOutdoors.number} quote]]`)
  const page = (await world.as('nia').get(`${term}/preview`)).text
  expect(page).toContain(`>E${ofReading.number} (Reading by choice)<`)
  expect(page).toContain(`E${ofReading.number} (Reading by choice) A queue at the shelf`)
  expect(page).toContain(`E${ofOutdoors.number} (Learning outdoors) A hedge full of talk`)
  expect(page).not.toContain(`>E${ofReading.number}<`)
})

test('the list of terms shows each report’s state, and readers get what is published', async () => {
  expect((await world.as('nia').get('/networks/hafren/reports')).text).toContain('withdrawn')
  expect((await world.as('sam').get('/networks/hafren/reports')).text).not.toContain(
    'href="/networks/hafren/reports/autumn-2026"',
  )
  expect((await world.as('ruth').get('/networks/hafren/reports')).status).toBe(404)
})
