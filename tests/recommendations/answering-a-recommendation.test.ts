import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.js'
import { now } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
const words = {
  recommendation: 'Give ten minutes a day to reading nobody asks about',
  reasons: 'It is what the children named.',
  releaseDays: '1,5',
  cost: 'Books',
}

async function draft(group = 'reading', person = 'sam') {
  const made = await world.as(person).post(`/groups/${group}/recommendations`, words).expect(303)
  return made.headers.location as string
}

async function sent(schools = ['weir', 'river']) {
  const address = await draft()
  await world.as('sadia').post(`${address}/sending`, { schools }).expect(303)
  return address
}

const answer = (more: object = {}) => ({
  answer: 'adapt',
  reason: 'Twice a week for us',
  reviewOn: '2027-06-01',
  version: 1,
  ...more,
})

test('a volunteer drafts, and only the group sees the draft', async () => {
  const address = await draft()
  expect((await world.as('huw').get(address)).text).toContain('Give ten minutes a day')
  for (const outsider of ['nia', 'imran', 'kasia', 'ruth', 'fiona', 'alex'])
    expect((await world.as(outsider).get(address)).status).toBe(404)
  expect((await world.as('sam').get(`${address}/edit`)).text).toContain('value="1.5"')
})

test('a draft that lacks its words comes back with everything that was typed', async () => {
  const page = await world
    .as('sam')
    .post('/groups/reading/recommendations', { ...words, recommendation: '', releaseDays: 'two' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Say what you recommend')
  expect(page.text).toContain('Enter a number of days')
  expect(page.text).toContain('It is what the children named.')
})

test('the lead learner sends it, and each head is told; a volunteer cannot send', async () => {
  const address = await draft()
  expect((await world.as('sam').post(`${address}/sending`, { schools: 'weir' })).status).toBe(403)
  expect((await world.as('sadia').post(`${address}/sending`, {})).status).toBe(422)
  expect((await world.as('sadia').get(`${address}/sending`)).text).toContain('takes part in the enquiry')
  world.letters.length = 0
  await world
    .as('sadia')
    .post(`${address}/sending`, { schools: ['weir', 'coed'], 'how-coed': 'paper' })
    .expect(303)
  await world.posted()
  expect(world.letters.map(letter => letter.to)).toEqual(['imran@schools.example'])
  expect((await world.as('imran').get(address)).text).toContain('Answer for the school')
})

test('a head answers with a reason and a date, and the group sees it', async () => {
  const address = await sent()
  expect((await world.as('imran').get(`${address}/responses/weir`)).text).toContain('your answer')
  await world.as('imran').post(`${address}/responses/weir`, answer()).expect(303)
  const seen = await world.as('huw').get(address)
  expect(seen.text).toContain('Twice a week for us')
  expect(seen.text).toContain('to look at again on 1 June 2027')
  expect((await world.as('nia').get(address)).text).toContain('Twice a week for us')
})

test('a head sees their own school’s answer and no other head’s', async () => {
  const address = await sent()
  await world.as('imran').post(`${address}/responses/weir`, answer()).expect(303)
  const page = await world.as('owen').get(address)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Twice a week for us')
  expect((await world.as('owen').get(`${address}/responses/weir`)).status).toBe(404)
  expect((await world.as('joanna').get(address)).status).toBe(404)
  expect((await world.as('sam').post(`${address}/responses/weir`, answer())).status).toBe(403)
})

test('an answer without a reason, or with a day that is past, keeps what was typed', async () => {
  const address = await sent()
  const page = await world.as('imran').post(`${address}/responses/weir`, answer({ reason: '', answer: '' }))
  expect(page.status).toBe(422)
  expect(page.text).toContain('Give your reason')
  expect(page.text).toContain('Choose whether your school accepts it')
  const past = await world.as('imran').post(`${address}/responses/weir`, answer({ reviewOn: '2020-01-01' }))
  expect(past.text).toContain('Choose a day that is still to come')
  expect(past.text).toContain('Twice a week for us')
})

test('two answers for one school at once are both shown', async () => {
  const address = await sent()
  await world.as('imran').post(`${address}/responses/weir`, answer()).expect(303)
  const second = await world
    .as('imran')
    .post(`${address}/responses/weir`, answer({ answer: 'decline', reason: 'Not this year' }))
  expect(second.status).toBe(409)
  expect(second.text).toContain('Twice a week for us')
  expect(second.text).toContain('Not this year')
  await world
    .as('imran')
    .post(`${address}/responses/weir`, answer({ answer: 'decline', reason: 'Not this year', version: 2 }))
    .expect(303)
  const after = await world.as('sadia').get(address)
  expect(after.text).toContain('Earlier answers')
})

test('in place is said with what can be seen and a picture that only its readers get', async () => {
  const address = await sent()
  expect((await world.as('imran').get(`${address}/responses/weir/adoption`)).status).toBe(403)
  await world
    .as('imran')
    .post(`${address}/responses/weir`, answer({ answer: 'accept' }))
    .expect(303)
  const bare = await world
    .as('imran')
    .send(`${address}/responses/weir/adoption`)
    .field({ adoption: 'in place', inPlaceOn: '', whatCanBeSeen: '', version: '2' })
  expect(bare.status).toBe(422)
  expect(bare.text).toContain('Say what somebody would see')

  const picture = join(root, 'src/demo/material/files')
  const { readdirSync } = await import('node:fs')
  const photo = readdirSync(picture).find(name => name.endsWith('.jpg'))!
  const without = await world
    .as('imran')
    .send(`${address}/responses/weir/adoption`)
    .field({
      adoption: 'in place',
      inPlaceOn: '2026-11-02',
      whatCanBeSeen: 'A basket of books in each porch',
      version: '2',
    })
    .attach('files', join(picture, photo))
  expect(without.status).toBe(422)
  expect(without.text).toContain('Say in a sentence what the picture shows')
  await world
    .as('imran')
    .send(`${address}/responses/weir/adoption`)
    .field({
      adoption: 'in place',
      inPlaceOn: '2026-11-02',
      whatCanBeSeen: 'A basket of books in each porch',
      alt: 'A basket of books',
      version: '2',
    })
    .attach('files', join(picture, photo))
    .expect(303)

  const page = await world.as('huw').get(address)
  expect(page.text).toContain('since 2 November 2026')
  const file = /\/recommendations\/\w+\/files\/\w+\/picture\/[^"]+/.exec(page.text)![0]
  expect((await world.as('huw').get(file)).status).toBe(200)
  expect((await world.as('owen').get(file)).status).toBe(404)
  expect((await world.as('ruth').get(file)).status).toBe(404)
})

test('a governor reads it once it is released, with the answers that heads agreed to show', async () => {
  const address = await sent(['bryn', 'weir'])
  await world.as('imran').post(`${address}/responses/weir`, answer()).expect(303)
  await world
    .as('mair')
    .post(`${address}/responses/bryn`, answer({ reason: 'Gladly', mayBePublic: 'yes' }))
    .expect(303)
  expect((await world.as('dilys').get(address)).status).toBe(404)
  await world.as('sadia').post(`${address}/release`).expect(303)
  const page = await world.as('dilys').get(address)
  expect(page.text).toContain('Gladly')
  expect(page.text).not.toContain('Twice a week for us')
})

test('what was sent keeps its words; it is withdrawn with a reason instead', async () => {
  const address = await sent()
  expect((await world.as('sadia').post(address, { ...words, recommendation: 'Other words', version: 1 })).status).toBe(
    403,
  )
  expect((await world.as('sadia').get(`${address}/withdrawal`)).text).toContain('Weir Lane Primary')
  await world.as('sadia').post(`${address}/withdrawal`, { because: 'We found out more' }).expect(303)
  expect((await world.as('imran').get(address)).text).toContain('We found out more')
  expect((await world.as('imran').get(`${address}/responses/weir`)).status).toBe(403)
})

test('heads who were asked hear that it is withdrawn, by letter and on their day, and the page before it lists what is published', async () => {
  const address = await sent()
  await world.as('imran').post(`${address}/responses/weir`, answer()).expect(303)
  await world.db
    .insertInto('writeUps')
    .values({
      id: 'w',
      groupId: 'reading',
      enquiryId: 'reading-1',
      slug: 'w',
      title: 'W',
      begunAt: now(),
      begunBy: 'sadia',
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const edition = {
    networkId: 'hafren',
    ofKind: 'write-up',
    ofId: 'w',
    slug: 'thin-books',
    title: 'Thin books first',
  } as const
  const made = { publishedAt: now(), publishedBy: 'sadia', approvedBy: 'nia', document: '{"parts":[]}', hash: 'h' }
  const never = { withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null }
  await world.db
    .insertInto('editions')
    .values({ id: 'e', number: 2, ...edition, ...made, ...never })
    .execute()
  const page = await world.as('sadia').get(`${address}/withdrawal`)
  expect(page.text).toContain('Thin books first, edition 2')
  expect(page.text).toContain('stay as they are')

  await world.as('sadia').post(`${address}/withdrawal`, { because: 'We found out more' }).expect(303)
  await world.posted()
  const { email } = await world.person('imran')
  const told = world.letters.filter(one => one.to === email && one.text.includes('has withdrawn a recommendation'))
  expect(told.map(one => one.text).join()).toContain(address)
  expect((await world.as('imran').get('/')).text).toContain('withdrew what it recommended to Weir Lane')
  expect((await world.as('sadia').get('/')).text).not.toContain('withdrew what it recommended to Weir Lane')
})

test('two people revising a draft never overwrite each other silently', async () => {
  const address = await draft()
  await world
    .as('sam')
    .post(address, { ...words, recommendation: 'Sam’s words', version: 1 })
    .expect(303)
  const second = await world.as('huw').post(address, { ...words, recommendation: 'Huw’s words', version: 1 })
  expect(second.status).toBe(409)
  expect(second.text).toContain('Sam’s words')
  expect(second.text).toContain('Huw’s words')
})

test('the network’s page shows each recommendation beside every school, in alphabetical order, to those who may see it', async () => {
  const page = await world.as('nia').get('/networks/hafren/recommendations').query({ answer: 'adapt' })
  expect(page.text.indexOf('Holly Bank Primary')).toBeLessThan(page.text.indexOf('Weir Lane Primary'))
  expect(page.text).toContain('Accepted with changes')
  expect((await world.as('maeve').get('/networks/hafren/recommendations')).text).toContain('No recommendation here')
  expect((await world.as('ruth').get('/networks/hafren/recommendations')).status).toBe(404)
  expect((await world.as('nia').get('/networks/hafren/recommendations.csv')).text).toContain('Accepted with changes')
  expect((await world.as('sadia').get('/groups/reading/recommendations')).text).toContain('R1')
  expect((await world.as('sadia').get('/groups/reading/recommendations.csv')).text).toContain('Weir Lane Primary')
})
