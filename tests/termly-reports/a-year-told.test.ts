import { expect, test } from 'vitest'
import { daysAfter, today } from '../../src/web/now.js'
import { posted } from '../forum/forum.js'
import { held, itemOf, present, usualCircles } from '../meetings/meeting.js'
import { claim, giveBudget, idOf, openFund } from '../resources/money.js'
import { all, allSay, answer, close, roundOf, twelve } from '../reviews/reviewing.js'
import { comes, letPass, offered } from '../visits/visiting.js'
import { newWorld } from '../world.js'

/*
 * A network in which nothing has happened yet: what its people do, each on their own pages, stands in the term's report by
 * itself, and what they did not give for it does not.
 */
const world = newWorld()
const from = daysAfter(today(), -80)
await world.db.deleteFrom('termBreaks').execute()
await world.db.deleteFrom('terms').where('networkId', '=', 'hafren').execute()
await world.db
  .insertInto('terms')
  .values({
    ...{ id: 'now', networkId: 'hafren', slug: 'this-term', name: 'This term' },
    ...{ startsOn: from, endsOn: daysAfter(today(), 10) },
  })
  .execute()
const term = '/networks/hafren/reports/this-term'

/** The last Tuesday. */
function weekdayBefore(): string {
  let day = daysAfter(today(), -1)
  while (new Date(`${day}T12:00:00Z`).getUTCDay() !== 2) day = daysAfter(day, -1)
  return day
}

/** The report as those who are to approve it read it, without its marks: each part by its heading. */
async function parts(): Promise<Record<string, string>> {
  const page = await world.as('nia').get(`${term}/preview`)
  expect(page.status).toBe(200)
  const found = page.text.split(/<h2[^>]*>/).slice(1)
  return Object.fromEntries(
    found.map(one => {
      const [heading = '', ...rest] = one.split('</h2>')
      return [plain(heading), plain(rest.join(' '))]
    }),
  )
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('before anything happened the report has no part that tells of it', async () => {
  const headings = Object.keys(await parts())
  for (const none of ['What the circles decided', 'From the forum', 'What schools saw in each other', 'What moved'])
    expect(headings.join('; ')).not.toContain(none)
})

test('what circles decided is told once its minutes are agreed, with its reason and nothing confidential', async () => {
  const { strategic } = await usualCircles(world)
  const meeting = await held(world, 'nia', strategic!, 7, 'Autumn, and the buses')
  const [bus, heat] = [
    await itemOf(world, 'nia', meeting, 'One bus for three schools'),
    await itemOf(world, 'nia', meeting, 'A colleague who is ill', { confidential: 'yes' }),
  ]
  await present(world, 'nia', meeting, ['nia', 'mair', 'imran', 'joanna'])
  const decide = (item: string, decision: string, reason: string) =>
    world.as('nia').post(`${meeting}/items/${item}/decisions`, { decision, reason }).expect(303)
  await decide(bus, 'The three schools share one bus from January', 'Two stood half empty.')
  await decide(heat, 'We cover for her together', '')
  expect(Object.keys(await parts())).not.toContain('What the circles decided')
  await world.as('nia').post(`${meeting}/minutes/opening`).expect(303)
  await world.as('nia').post(`${meeting}/minutes/agreement`).expect(303)
  const told = (await parts())['What the circles decided']
  expect(told).toContain('D1: The three schools share one bus from January')
  expect(told).toContain('Two stood half empty.')
  expect(told).not.toContain('cover for her')
})

test('the forum’s take-ups are told with what came of them, where both said that they may be', async () => {
  const jar = await posted(world, 'sam', { sentence: 'A jar by the door for what we wonder about.', mayTell: 'yes' })
  await posted(world, 'kasia', { sentence: 'Wellingtons in all sizes, for whoever wants them.' })
  await world.as('kasia').post(`${jar}/take-ups`, { how: 'tried it', words: 'Ours is a boot.', mayTell: 'yes' })
  await world.as('huw').post(`${jar}/take-ups`, { how: 'tried it', words: 'Ours leaks.' }).expect(303)
  const told = (await parts())['From the forum']
  expect(told).toContain('“A jar by the door for what we wonder about.” 2 schools took it up. “Ours is a boot.”')
  expect(told).not.toMatch(/Ours leaks|Wellingtons|Upper Marsh/)
})

test('what a school has in place is told to everybody once its head agreed, and before that to nobody outside', async () => {
  const words = {
    recommendation: 'A box of boots by every door',
    reasons: 'It gets children out.',
    releaseDays: '',
    cost: '',
  }
  const made = await world.as('sadia').post('/groups/reading/recommendations', words).expect(303)
  const recommendation = made.headers.location!
  await world
    .as('sadia')
    .post(`${recommendation}/sending`, { schools: ['weir', 'river'] })
    .expect(303)
  const says = { answer: 'accept', reason: 'From Monday.', reviewOn: daysAfter(today(), 90), version: '1' }
  for (const [head, school, agreed] of [
    ['imran', 'weir', { mayBePublic: 'yes' }],
    ['owen', 'river', {}],
  ] as const) {
    await world
      .as(head)
      .post(`${recommendation}/responses/${school}`, { ...says, ...agreed })
      .expect(303)
    await world
      .as(head)
      .send(`${recommendation}/responses/${school}/adoption`)
      .field({ adoption: 'trying', inPlaceOn: '', whatCanBeSeen: 'A box with nine boots.', version: '2' })
      .expect(303)
  }
  const told = await parts()
  expect(told['Recommendations and answers']).toContain('A box of boots by every door')
  expect(told['What moved between schools']).toContain('Weir Lane Primary')
  expect(told['What moved between schools']).not.toContain('River Road')
})

test('what schools saw in each other is told from the notes that their authors gave', async () => {
  const visit = await offered(world, 'sam', {
    title: 'Ten minutes of choosing',
    starts: '16:00',
    ends: '17:30',
    places: '6',
  })
  for (const person of ['huw', 'kasia']) await world.as(person).post(`${visit.slotAddress}/booking`, comes).expect(303)
  await letPass(world, visit.id, 3)
  for (const [person, body] of [
    ['huw', 'Children asked each other first.'],
    ['kasia', 'The coats take four minutes.'],
  ] as const)
    await world.as(person).post(`/texts/visit-note/${visit.id}~${person}/best`, { body, version: 0 }).expect(303)
  await world.as('huw').post(`${visit.address}/notes/best/audience`, { audience: 'network' }).expect(303)
  const told = (await parts())['What schools saw in each other']
  expect(told).toContain('Weir Lane Primary What was best there: “Children asked each other first.”')
  expect(told).not.toMatch(/coats|Huw/)
})

test('a review is told as far as its leader has ticked it, as a spread and never with words', async () => {
  const round = await roundOf(world, { people: twelve, title: 'How we lead together' })
  await answer(world, round, allSay(twelve, { 's-after': '1', 'l-words': 'Nobody told me.' }))
  await close(world, round)
  await world.as('nia').post(`${all}/${round}/chosen`, { what: 'Somebody beside each leader', item: 's-after' })
  expect(Object.keys(await parts())).not.toContain('Looking at ourselves')
  await world
    .as('nia')
    .post(`${all}/${round}/telling`, { items: ['s-after'] })
    .expect(303)
  const told = (await parts())['Looking at ourselves']
  expect(told).toContain('How we lead together 12 people answered (the heads and others)')
  expect(told).toContain('Somebody beside each leader')
  expect(told).not.toContain('Nobody told me')
})

test('money and time are counted: hours of those who were there, release once three claimed it, and no school’s share', async () => {
  const budget = idOf(await giveBudget(world, await openFund(world)))
  const heads: Record<string, string> = { sam: 'imran', huw: 'mair', bilal: 'owen' }
  const agreed = async (person: string) => {
    const address = await claim(world, person, { budget, onDay: weekdayBefore(), halfDays: '0.5' })
    await world.as(heads[person]!).post(`${address}/answers`, { answer: 'yes' }).expect(303)
    await world.as('sadia').post(`${address}/answers`, { answer: 'yes' }).expect(303)
  }
  await agreed('sam')
  await agreed('huw')
  const told = async () => (await parts())['What the money and time made possible']
  // Four people for an hour and a half, and two visitors with their host for an hour and a half.
  expect(await told()).toContain('6 hours in meetings')
  expect(await told()).toContain('in visits')
  expect(await told()).not.toContain('release time')
  await agreed('bilal')
  expect(await told()).toContain('1½ days of release time')
  expect(await told()).not.toMatch(/£|Weir Lane/)
})

test('a part can be left out, and the report is published as it was approved, for everybody', async () => {
  expect(Object.keys(await parts()).slice(0, 20)).toContain('From the forum')
  await world.as('nia').post(`${term}/parts/forum/leaving-out`).expect(303)
  expect(Object.keys(await parts())).not.toContain('From the forum')
})
