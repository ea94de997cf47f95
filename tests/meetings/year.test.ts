import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { textOfBlocks } from '../../src/documents/to-text.js'
import { brought } from '../../src/rooms.js'
import { now, today } from '../../src/web/now.js'
import { proposeItem } from '../../src/meetings/agenda/agenda.js'
import { inOne } from '../../src/database.js'
import { newWorld } from '../world.js'
import { held, inDays, itemOf, planned, present, usualCircles } from './meeting.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const { strategic } = (await usualCircles(world)) as { strategic: string }
const coming = await planned(world, 'nia', strategic, { title: 'To come' })
const meeting = await held(world, 'nia', strategic, 4, 'Heads')
const open = await itemOf(world, 'nia', meeting, 'Open')
const quiet = await itemOf(world, 'nia', meeting, 'Quiet', { confidential: 'yes' })
await present(world, 'nia', meeting, ['nia', 'imran'])
await world
  .as('nia')
  .post(`${meeting}/items/${open}/decisions`, { decision: 'All may know', reason: 'Why not' })
  .expect(303)
await world.as('nia').post(`${meeting}/items/${quiet}/decisions`, { decision: 'Few may know' }).expect(303)
await world
  .as('nia')
  .post(`${meeting}/items/${quiet}/actions`, { what: 'Whisper', owner: 'imran', dueOn: inDays(8) })
  .expect(303)
const network = await world.db.selectFrom('networks').selectAll().where('id', '=', 'hafren').executeTakeFirstOrThrow()
const year = brought.inTheYear
const span = { from: `${inDays(-30)}T00:00:00.000Z`, until: `${inDays(30)}T00:00:00.000Z` }
const part = year.reportParts.find(one => one.part === 'meetings')!
const told = async () => textOfBlocks(await part.blocks(world.db, network, {} as never, span))

describe('what meetings bring to the year', () => {
  test('dates, for those who may know, and as their own for those who are asked', async () => {
    const datesOf = async (id: string) => {
      const person = await world.person(id)
      const asked = { db: world.db, person, networkIds: ['hafren'], from: today(), until: inDays(30) }
      return (await datesOfAll(year.dates, asked)).filter(one => ['meeting', 'due'].includes(one.kind))
    }
    const meetings = (await datesOf('imran')).filter(one => one.kind === 'meeting')
    expect(meetings).toMatchObject([{ href: coming, mine: true }])
    expect(await datesOf('sam')).toMatchObject([{ href: coming, mine: false }])
    expect(await datesOf('ruth')).toEqual([])
    expect(await datesOf('dilys')).toEqual([])
    const due = (await datesOf('imran')).find(one => one.kind === 'due')!
    expect(due.starts).toBe(inDays(8))
    expect(JSON.stringify(due)).not.toContain('Whisper')
  })

  test('decisions in the termly report, once the minutes are agreed, and none that is confidential', async () => {
    expect(await told()).toBe('')
    await world.as('nia').post(`${meeting}/minutes/opening`).expect(303)
    await world.as('nia').post(`${meeting}/minutes/agreement`).expect(303)
    expect(await told()).toContain('All may know')
    expect(await told()).not.toContain('Few may know')
  })

  test('hours: the length of a meeting for each who was there', async () => {
    const hours = (await Promise.all(year.hours.map(of => of(world.db, 'hafren', span)))).flat()
    expect(hours).toContainEqual({ of: 'meetings', hours: 3, times: 1 })
  })

  test('news for those who work in the network, and lists as each may read them', async () => {
    const news = async (id: string) => {
      const person = await world.person(id)
      return (await Promise.all(year.news.map(of => of(world.db, person, network, span.from)))).flat()
    }
    expect((await news('sam')).map(one => one.href)).toContain(`${meeting}/minutes`)
    expect(await news('dilys')).toEqual([])
    const list = async (name: string, id: string) =>
      year.lists.find(one => one.name === name)!.csv(world.db, await world.person(id), network)
    expect(await list('decisions', 'nia')).toContain('Few may know')
    expect(await list('decisions', 'rhian')).not.toContain('Few may know')
    expect(await list('meetings', 'sam')).toContain('To come')
    expect(await list('meetings', 'ruth')).not.toContain('To come')
    expect(await list('meeting-actions', 'rhian')).not.toContain('Whisper')
  })
})

test('a later room proposes an item of its own', async () => {
  const row = await world.db
    .selectFrom('meetings')
    .selectAll()
    .where('id', '=', coming.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  const nia = await world.person('nia')
  await inOne(world.db, trx => proposeItem(trx, row, nia, { title: 'From the forum', why: 'Seven ask for it' }))
  expect((await world.as('imran').get(coming)).text).toContain('From the forum')
})

describe('a group’s own meetings', () => {
  test('are the group’s: its network leader and the heads of its schools do not find them', async () => {
    const made = await world.as('sam').post('/groups/reading/meetings').expect(303)
    const at = made.headers.location!.replace(/\/new$/, '')
    const meeting = (
      await world
        .as('sam')
        .post(at, { title: 'Slips', on: inDays(-1), starts: '16:00', ends: '17:00' })
        .expect(303)
    ).headers.location!
    const item = await itemOf(world, 'sam', meeting, 'What the slips say')
    await present(world, 'sam', meeting, ['sam', 'sadia'])
    await world
      .as('sam')
      .post(`${meeting}/items/${item}/decisions`, { decision: 'We count slips on Fridays' })
      .expect(303)
    await world.as('sadia').post(`${meeting}/minutes/opening`).expect(303)
    await world.as('sadia').post(`${meeting}/minutes/agreement`).expect(303)
    const pages = [meeting, `${meeting}/minutes`, '/groups/reading/meetings', at.replace(/\/meetings$/, '')]
    for (const address of pages) {
      expect((await world.as('huw').get(address)).status).toBe(200)
      for (const person of ['nia', 'imran', 'kasia', 'dilys', 'ruth', 'alex'])
        expect({ person, address, status: (await world.as(person).get(address)).status }).toEqual({
          ...{ person, address },
          status: 404,
        })
    }
    await world.posted()
    expect((await world.as('huw').get('/search?q=slips+Fridays')).text).toContain('href="/decisions/')
    for (const person of ['nia', 'imran', 'kasia'])
      for (const address of [
        '/networks/hafren/meetings?when=past',
        '/networks/hafren/decisions',
        '/search?q=slips+Fridays',
      ])
        expect((await world.as(person).get(address)).text).not.toMatch(/slips on Fridays|on <mark>Fridays|>Slips</)
    expect(await told()).not.toContain('We count slips')
  })

  test('are made once, however often the button is pressed', async () => {
    await world.as('sam').post('/groups/reading/meetings').expect(303)
    const circles = await world.db.selectFrom('circles').select('id').where('groupId', '=', 'reading').execute()
    expect(circles).toHaveLength(1)
    expect((await world.as('nia').post('/groups/reading/meetings')).status).toBe(403)
  })
})

describe('a network that meets much', () => {
  test('reads its lists page by page, by an index, and asks no more for many than for few', async () => {
    const row = await world.db.selectFrom('meetings').selectAll().limit(1).executeTakeFirstOrThrow()
    const many = Array.from({ length: 1000 }, (_, at) => ({
      ...{ ...row, id: `m${at}`, title: `Meeting ${at}`, startsAt: `${inDays(at + 1)}T16:00:00.000Z` },
      endsAt: `${inDays(at + 1)}T17:00:00.000Z`,
    }))
    for (let from = 0; from < many.length; from += 20)
      await world.db
        .insertInto('meetings')
        .values(many.slice(from, from + 20))
        .execute()
    for (let from = 0; from < many.length; from += 200)
      await world.db
        .insertInto('meetingCircles')
        .values(many.slice(from, from + 200).map(({ id, circleId }) => ({ meetingId: id, circleId })))
        .execute()
    const page = (await world.as('imran').get('/networks/hafren/meetings')).text
    expect(page.match(/href="\/meetings\//g)!.length).toBeLessThan(40)
    expect(page).toContain('Pages of this list')
    const plan = sqliteOf(world.house)
      .prepare(
        `explain query plan select * from meetings where network_id = ? and starts_at >= ? order by starts_at limit 20`,
      )
      .all('hafren', now()) as { detail: string }[]
    expect(plan.map(one => one.detail).join()).toContain('meetings_network')
    await world.db
      .deleteFrom('meetingCircles')
      .where('meetingId', 'like', 'm%')
      .where('meetingId', 'in', many.map(one => one.id).slice(0, 900))
      .execute()
    await world.db
      .deleteFrom('meetingCircles')
      .where('meetingId', 'in', many.map(one => one.id).slice(900))
      .execute()
    await world.db
      .deleteFrom('meetings')
      .where('id', 'in', many.map(one => one.id).slice(0, 900))
      .execute()
    await world.db
      .deleteFrom('meetings')
      .where('id', 'in', many.map(one => one.id).slice(900))
      .execute()
  })
})
