import { afterAll, beforeAll, expect, test } from 'vitest'
import { groups, people } from '../../src/demo/cast.js'
import { standStillAt } from '../../src/web/now.js'
import { renewAll } from '../reach/kept.js'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { testOfSqlite } from '../sqlite-of.js'

const world = newWorld()
beforeAll(() => standStillAt('2026-11-24T09:00:00.000Z'))
afterAll(() => standStillAt(null))

const dayOf = async (person: string) => (await world.as(person).get('/').expect(200)).text

test('everybody of the cast has a day, and no network’s groups stand on a day of another', async () => {
  for (const person of people) {
    const page = await dayOf(person.id)
    const networks = person.roles.map(role => role.network)
    if (person.id === 'fiona') networks.push('hafren')
    for (const group of groups.filter(one => !networks.includes(one.network)))
      expect(page, `${person.id} is not told of ${group.name}`).not.toContain(group.name)
  }
})

test('a volunteer is asked what they noticed; a head, a governor and an administrator are not', async () => {
  for (const person of ['sam', 'sadia', 'bilal']) expect(await dayOf(person)).toContain('What did you notice?')
  for (const person of ['mair', 'dilys', 'alex', 'fiona', 'alys', 'nia', 'tomasz'])
    expect(await dayOf(person)).not.toContain('What did you notice?')
})

test('somebody who is in no group yet sees the groups they could join', async () => {
  const page = await dayOf('alys')
  expect(page).toContain('Groups that you could join')
  expect(page).toContain('href="/groups/talk/joining"')
  expect(page).toContain('Propose a question')
  expect(page).toContain('Nothing waits for you today.')
})

test('a governor sees published work and nothing of any group', async () => {
  const page = await dayOf('dilys')
  for (const group of groups) expect(page).not.toContain(group.name)
  expect(page).toContain('What groups have found out and published is yours to read')
})

test('a head sees the groups that people of their school are in, and no others', async () => {
  const page = await dayOf('joanna')
  expect(page).toContain('Groups with people from your school')
  for (const name of ['Reading by choice', 'Marking that children use']) expect(page).toContain(name)
  for (const name of ['Learning outdoors', 'Number sense']) expect(page).not.toContain(name)
})

test('an administrator sees the way to accounts and networks, and no group', async () => {
  const page = await dayOf('alex')
  expect(page).toContain('href="/administration"')
  for (const group of groups) expect(page).not.toContain(group.name)
})

test('who works in two networks sees their groups apart', async () => {
  await world.db
    .insertInto('networkRoles')
    .values({
      id: 'two',
      networkId: 'harbour',
      personId: 'huw',
      role: 'staff',
      schoolId: 'quay',
      themeId: null,
      beganAt: '2026-09-01',
      beganBy: 'ruth',
      endedAt: null,
      endedBy: null,
    })
    .execute()
  await world.db
    .insertInto('groupPeople')
    .values({
      id: 'two',
      groupId: 'revision',
      personId: 'huw',
      role: 'volunteer',
      schoolId: 'quay',
      joinedAt: '2026-09-01',
      until: null,
      leftAt: null,
    })
    .execute()
  const page = await dayOf('huw')
  expect(page).toContain('Your groups in Hafren Learning Network')
  expect(page).toContain('Your groups in Harbour Towns Partnership')
})

test('losing a membership acts on the next look at the day', async () => {
  await world.db.updateTable('groupPeople').set({ leftAt: '2026-11-20' }).where('id', '=', 'two').execute()
  expect(await dayOf('huw')).not.toContain('Revision that lasts')
})

test('signed out, the front page says what this is', async () => {
  const page = await world.stranger.get('/').expect(200)
  for (const words of ['Finding out together what works for children', 'What did we try, where', 'Sign in'])
    expect(page.text).toContain(words)
  for (const group of groups) expect(page.text).not.toContain(group.name)
})

test('somebody is greeted by their name as they wrote it, and never by a title', async () => {
  await world.db.updateTable('people').set({ name: 'Dr Elin Prys' }).where('id', '=', 'alys').execute()
  expect(await dayOf('alys')).toContain('<h1>Your day, Dr Elin Prys</h1>')
  expect(await dayOf('bilal')).toContain('<h1>Your day, بلال احمد (Bilal Ahmed)</h1>')
})

testOfSqlite('a day asks the database a bounded number of questions, however many groups there are', async () => {
  const count = async () => (await listenTo(world.house)(() => dayOf('nia'))).length
  const few = await count()
  for (let number = 0; number < 50; number++) {
    const id = `more-${number}`
    await world.db
      .insertInto('groups')
      .values({
        id,
        networkId: 'hafren',
        themeId: null,
        name: `More ${number}`,
        why: '',
        joinCode: id,
        proposedAt: '2026-09-10',
        proposedBy: 'sam',
        closedAt: null,
        closedBy: null,
        closedBecause: null,
      })
      .execute()
    await world.db
      .insertInto('enquiries')
      .values({
        id: `${id}-1`,
        groupId: id,
        cycle: 1,
        question: 'Why?',
        stage: 'context',
        beganAt: '2026-09-10',
        beganBy: 'sam',
        finishedAt: null,
        finishedBy: null,
        decision: null,
        decidedBecause: null,
        follows: null,
      })
      .execute()
  }
  await renewAll(world.db)
  expect(await count()).toBeLessThanOrEqual(few + 2)
  expect(few).toBeLessThan(110)
})
