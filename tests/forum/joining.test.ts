import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { momentOf } from '../../src/web/now.js'
import { forumDates } from '../../src/forum/year/dates.js'
import { daysAfter, today } from '../../src/web/now.js'
import { newWorld } from '../world.js'
import { idOf, posted, rowOf } from './forum.js'

const world = newWorld()
const soon = daysAfter(today(), 14)
const invitation = {
  ...{ kind: 'come', sentence: 'Would you like to come to our reading morning?', onDay: soon },
  ...{ starts: '9.30', ends: '11:00', place: 'The yard', places: '2' },
}

async function stateOf(address: string) {
  const rows = await world.db
    .selectFrom('forumJoins')
    .select(['personId', 'state'])
    .where('postId', '=', idOf(address))
    .execute()
  return Object.fromEntries(rows.map(row => [row.personId, row.state]))
}

describe('a day on which one can come', () => {
  test('has as many places as it has, also when all press at once', async () => {
    const address = await posted(world, 'sam', invitation)
    const people = ['kasia', 'huw', 'maeve', 'gwen', 'ifan', 'eleri']
    await Promise.all(people.map(person => world.as(person).post(`${address}/places`)))
    const states = Object.values(await stateOf(address))
    expect(states.filter(one => one === 'coming')).toHaveLength(2)
    expect(states.filter(one => one === 'waiting')).toHaveLength(4)
    expect((await rowOf(world, address)).coming).toBe(2)
  })

  test('gives a free place to whoever waits longest, who hears of it with the date', async () => {
    const address = await posted(world, 'sam', { ...invitation, places: '1' })
    for (const person of ['kasia', 'huw', 'maeve']) await world.as(person).post(`${address}/places`)
    expect((await world.as('huw').get(address)).text).toContain('the next.')
    expect((await world.as('maeve').get(address)).text).toContain('number 2.')
    world.letters.length = 0
    await world.as('kasia').post(`${address}/places/leaving`)
    await world.posted()
    expect(await stateOf(address)).toEqual({ huw: 'coming', maeve: 'waiting' })
    expect(world.letters.map(one => one.to)).toEqual(['huw@schools.example'])
    expect(world.letters[0]!.date).toMatchObject({ uid: `forum-${idOf(address)}`, where: 'The yard' })
    expect((await rowOf(world, address)).coming).toBe(1)
  })

  test('cannot be given fewer places than colleagues have been promised; more let the next ones in', async () => {
    const address = await posted(world, 'sam', invitation)
    for (const person of ['kasia', 'huw', 'maeve']) await world.as(person).post(`${address}/places`)
    const fewer = await world.as('sam').post(address, { ...invitation, places: '1' })
    expect(fewer.status).toBe(422)
    expect(fewer.text).toContain('2 colleagues have said that they come')
    await world.as('sam').post(address, { ...invitation, places: '3' })
    expect((await stateOf(address)).maeve).toBe('coming')
    expect((await rowOf(world, address)).coming).toBe(3)
  })

  test('is not joined once it is over, nor by whoever invites', async () => {
    const address = await posted(world, 'sam', invitation)
    expect((await world.as('sam').post(`${address}/places`)).status).toBe(403)
    await world.db.updateTable('forumPosts').set({ onDay: '2026-01-15' }).where('id', '=', idOf(address)).execute()
    expect((await world.as('kasia').post(`${address}/places`)).status).toBe(409)
    expect((await world.as('kasia').get(address)).text).toContain('The day is over.')
  })

  test('that is moved or called off is told to those who come', async () => {
    const address = await posted(world, 'sam', invitation)
    await world.as('kasia').post(`${address}/places`)
    await world.posted()
    world.letters.length = 0
    await world.as('sam').post(address, { ...invitation, onDay: daysAfter(soon, 7) })
    await world.posted()
    expect(world.letters.map(one => [one.to, one.date!.sequence])).toEqual([['kasia@schools.example', 1]])
    await world.as('sam').post(`${address}/date/cancellation`)
    await world.posted()
    expect(world.letters[1]!.subject).toContain('Called off')
    expect(world.letters[1]!.date!.cancelledAt).not.toBeNull()
    expect((await world.as('huw').post(`${address}/places`)).status).toBe(409)
  })

  test('whose post is taken down is called off for those who come, without its words', async () => {
    const address = await posted(world, 'sam', { ...invitation, sentence: 'Would you like to come and see our shame?' })
    await world.as('kasia').post(`${address}/places`)
    world.letters.length = 0
    await world.as('sam').post(`${address}/taking-down`)
    await world.posted()
    expect(world.letters.map(one => one.to)).toEqual(['kasia@schools.example'])
    expect(JSON.stringify(world.letters)).not.toContain('shame')
    expect(world.letters[0]!.date!.cancelledAt).not.toBeNull()
  })

  test('stands in the calendar of the network, and as theirs for those who come', async () => {
    const address = await posted(world, 'sam', { ...invitation, onDay: '2027-07-01' })
    await world.as('kasia').post(`${address}/places`)
    const span = { from: '2027-07-01', until: '2027-07-01' }
    const dates = async (person: string) =>
      datesOfAll([forumDates], { db: world.db, person: await world.person(person), networkIds: ['hafren'], ...span })
    expect(await dates('kasia')).toMatchObject([
      {
        uid: `forum-${idOf(address)}`,
        starts: '2027-07-01T08:30:00.000Z',
        ends: '2027-07-01T10:00:00.000Z',
        mine: true,
      },
    ])
    expect(await dates('huw')).toMatchObject([{ mine: false }])
    expect(await dates('dilys')).toEqual([])
    expect(await dates('ruth')).toEqual([])
    await world.as('sam').post(`${address}/taking-down`)
    const [gone] = await dates('kasia')
    expect(gone!.cancelledAt).not.toBeNull()
    expect(gone!.title).not.toContain('reading morning')
  })
})

test('a time in the schools is a moment in summer and in winter', () => {
  expect(momentOf('2026-07-03', '09:30')).toBe('2026-07-03T08:30:00.000Z')
  expect(momentOf('2026-12-03', '09:30')).toBe('2026-12-03T09:30:00.000Z')
  expect(momentOf('2027-03-28', '09:30')).toBe('2027-03-28T08:30:00.000Z')
  expect(momentOf('2026-07-03', '00:30')).toBe('2026-07-02T23:30:00.000Z')
})
