import { join } from 'node:path'
import { expect, test } from 'vitest'
import { grantRole } from '../../src/people/roles/granting-roles.js'
import { inOne } from '../../src/database.js'
import { root } from '../../src/root.js'
import { today } from '../../src/web/now.js'
import { day } from '../../src/words/words.js'
import { newWorld } from '../world.js'

// Ysgol Coed-y-felin has no head on the workbench: Alys and Rhian work there.
const world = newWorld()
const photo = join(root, 'src/demo/material/files/book-corner-plan.jpg')
const words = { recommendation: 'Give ten minutes a day to reading nobody asks about', reasons: 'It is what we saw.' }

async function sentTo(schools: Record<string, string>, ids = Object.keys(schools)) {
  const made = await world.as('sam').post('/groups/reading/recommendations', words).expect(303)
  const address = made.headers.location as string
  await world
    .as('sadia')
    .post(`${address}/sending`, { schools: ids, ...schools })
    .expect(303)
  return address
}
const onPaper = () => sentTo({ 'how-coed': 'paper' }, ['coed', 'weir'])

const slip = (more: object = {}) => ({
  answer: 'adapt',
  reason: 'Three times a week, after lunch',
  reviewOn: '2027-06-01',
  fromPaperOn: today(),
  alt: '',
  version: '1',
  ...more,
})
const enter = (person: string, address: string, more: object = {}) =>
  world.as(person).send(`${address}/responses/coed/slip`).field(slip(more))

test('whoever sends to a school without a head is told before, and says how it arrives there', async () => {
  const address = (await world.as('sam').post('/groups/reading/recommendations', words)).headers.location as string
  expect((await world.as('sadia').get(`${address}/sending`)).text).toContain('has no head here yet')
  const asked = await world.as('sadia').post(`${address}/sending`, { schools: ['coed', 'weir'] })
  expect(asked.status).toBe(422)
  expect(asked.text).toContain('has no head here. Choose how it gets the recommendation')
  expect(asked.text).toContain('href="#f-how-coed"')
  expect(asked.text).toContain('id="f-how-coed"')
  const bare = await world.as('sadia').post(`${address}/sending`, { schools: 'coed', 'how-coed': 'invite' })
  expect(bare.text).toContain('href="#f-email-coed"')
  expect(await world.db.selectFrom('responses').select('id').where('recommendationId', '=', address.split('/')[2]!).execute()).toEqual([]) // prettier-ignore

  const sent = await world.as('sadia').led(`${address}/sending`, { schools: ['coed', 'weir'], 'how-coed': 'paper' })
  expect(sent.text).toContain('Hand over the dossier on paper')
  expect(sent.text).toContain('/groups/reading/dossiers/coed')
})

test('asked to, leaders of the network find the head to invite on Your day until the head is invited', async () => {
  await world.posted()
  world.letters.length = 0
  await sentTo({ 'how-coed': 'invite', 'email-coed': 'head.of.coed@schools.example' }, ['coed'])
  await world.posted()
  expect(world.letters.map(letter => letter.to).sort()).toEqual(['nia@schools.example', 'rhian@schools.example'])
  expect(JSON.stringify(world.letters)).not.toContain('head.of.coed')

  const day = await world.as('nia').get('/')
  expect(day.text).toContain('asks you to invite the head of')
  const invite = /\/networks\/hafren\/people\/invitations\/new\?role=headteacher[^"]+/.exec(day.text)![0]
  const form = await world.as('nia').get(invite.replaceAll('&amp;', '&'))
  expect(form.text).toContain('value="head.of.coed@schools.example"')
  expect((await world.as('sadia').get('/')).text).not.toContain('asks you to invite the head of')

  const asked = { name: 'Bethan Cole', email: 'head.of.coed@schools.example', role: 'headteacher', school: 'coed' }
  await world.as('nia').post('/networks/hafren/people/invitations', asked).expect(303)
  expect((await world.as('nia').get('/')).text).not.toContain('asks you to invite the head of')
})

test('a colleague of the school, the lead learner or a leader of the network enters the slip; nobody else does', async () => {
  for (const person of ['alys', 'sadia', 'nia']) {
    const address = await onPaper()
    expect((await world.as(person).get(`${address}/responses/coed/slip`)).text).toContain('What is ticked on the slip')
    await enter(person, address).expect(303)
  }
  const address = await onPaper()
  expect((await enter('sam', address)).status).toBe(403)
  for (const stranger of ['imran', 'maeve', 'dilys', 'ruth']) expect((await enter(stranger, address)).status).toBe(404)
  const asHead = { answer: 'accept', reason: 'Yes', reviewOn: '2027-06-01', version: 1 }
  for (const person of ['alys', 'sadia', 'nia'])
    expect((await world.as(person).post(`${address}/responses/coed`, asHead)).status).toBe(403)
})

test('for a school whose head can answer nobody enters anything', async () => {
  const address = await onPaper()
  for (const person of ['sadia', 'nia'])
    expect((await world.as(person).send(`${address}/responses/weir/slip`).field(slip())).status).toBe(403)
  expect((await world.as('sadia').get(address)).text).not.toContain('/responses/weir/slip')
})

test('it is said wherever the answer stands that it was entered from paper, by whom, and the day on the slip', async () => {
  const address = await onPaper()
  await enter('nia', address, { alt: 'The slip, ticked and signed' }).attach('files', photo).expect(303)
  const school = (await world.db.selectFrom('schools').select('name').where('id', '=', 'coed').executeTakeFirst())!.name
  const entered = `ntered for the head of ${school} by Nia Prŷs from paper, ${day(today())}`
  const group = await world.as('sadia').get(address)
  expect(group.text).toContain(entered)
  expect(group.text).toContain('Three times a week, after lunch')
  expect((await world.as('nia').get('/networks/hafren/recommendations.csv')).text).toContain(entered)
  expect((await world.as('nia').get('/networks/hafren/recommendations')).text).toContain('from paper')
  expect((await world.as('sadia').get('/groups/reading/recommendations')).text).toContain(
    'accepted with changes (from paper)',
  )
  expect((await world.as('sadia').get('/groups/reading/dossiers/coed')).text).toContain('to be confirmed by you')

  const scan = /\/recommendations\/\w+\/files\/\w+\/[^"]+/.exec(group.text)![0]
  for (const person of ['sadia', 'nia', 'alys']) expect((await world.as(person).get(scan)).status).toBe(200)
  for (const person of ['imran', 'dilys', 'ruth']) expect((await world.as(person).get(scan)).status).toBe(404)
})

test('what lacks on the slip is asked for with every word kept; a day that is still to come is none', async () => {
  const address = await onPaper()
  const bare = await enter('alys', address, { answer: '', fromPaperOn: '2099-01-01' })
  expect(bare.status).toBe(422)
  expect(bare.text).toContain('Choose what is ticked on the slip')
  expect(bare.text).toContain('Three times a week, after lunch')
  expect((await enter('alys', address, { fromPaperOn: '2099-01-01' })).text).toContain('not still to come')
})

test('two slips entered at once are both shown', async () => {
  const address = await onPaper()
  await enter('alys', address).expect(303)
  const second = await enter('nia', address, { reason: 'Not this year', answer: 'decline' })
  expect(second.status).toBe(409)
  expect(second.text).toContain('Three times a week')
  expect(second.text).toContain('Not this year')
})

test('a head who gets an account is asked to confirm it or to change it, and from then on nobody enters for her', async () => {
  const [confirmed, changed] = [await onPaper(), await onPaper()]
  await enter('nia', confirmed).expect(303)
  await enter('alys', changed).expect(303)
  world.letters.length = 0
  const headship = { networkId: 'hafren', personId: 'yusra', role: 'headteacher' as const, schoolId: 'coed' }
  await inOne(world.db, trx => grantRole(trx, headship, { id: 'rhian' }))
  await world.posted()
  expect(world.letters.filter(one => one.to === 'yusra@schools.example').map(one => one.subject)).toEqual([
    expect.stringContaining('Confirm what'),
  ])
  expect(await world.db.selectFrom('headsAskedFor').selectAll().execute()).toEqual([])

  const yusra = world.as('yusra')
  expect((await yusra.get('/')).text).toContain('on paper: accepted with changes. Is that right?')
  const page = await yusra.get(`${confirmed}/responses/coed`)
  expect(page.text).toContain('Confirm what was entered for you')
  expect(page.text).toContain('by Nia Prŷs from paper')
  expect((await world.as('nia').post(`${confirmed}/responses/coed/confirmation`, { version: 2 })).status).toBe(403)
  await yusra.post(`${confirmed}/responses/coed/confirmation`, { version: 2 }).expect(303)
  const after = await world.as('sadia').get(confirmed)
  expect(after.text).toContain('confirmed by Yusra Hassan')
  expect(after.text).not.toContain('>From paper<')

  const own = { answer: 'decline', reason: 'Not with two new teachers', reviewOn: '2027-06-01', version: 2 }
  await yusra.post(`${changed}/responses/coed`, own).expect(303)
  const second = await world.as('sadia').get(changed)
  expect(second.text).toContain('Not with two new teachers')
  expect(second.text).toContain('from paper, on')
  for (const person of ['alys', 'nia', 'sadia']) expect((await enter(person, changed)).status).toBeGreaterThan(400)
})

test('an answer on paper is not published before its head has said that it may be', async () => {
  const rows = await world.db
    .selectFrom('responses')
    .select('publicAt')
    .where('fromPaperOn', 'is not', null)
    .where('confirmedAt', 'is', null)
    .execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(row => row.publicAt === null)).toBe(true)
})
