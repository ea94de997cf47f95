import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { saveAnswers } from '../../src/reviews/answering/papers.js'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { all, close, roundOf, rowOf, twelve } from './reviewing.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const asked = listenTo(world.house)

/** Four hundred colleagues of one school. */
async function manyPeople(): Promise<string[]> {
  const ids = Array.from({ length: 400 }, (_, n) => `colleague-${n}`)
  const at = '2025-09-01T08:00:00.000Z'
  const people = ids.map(id => ({
    ...{ id, name: `Colleague ${id}`, email: `${id}@schools.example`, passwordHash: null, createdAt: at },
    ...{ administratorSince: null, disabledAt: null, disabledBy: null },
  }))
  const roles = ids.map(id => ({
    ...{ id: `role-${id}`, networkId: 'hafren', personId: id, role: 'staff' as const, schoolId: 'weir', themeId: null },
    ...{ beganAt: at, beganBy: null, endedAt: null, endedBy: null },
  }))
  for (let from = 0; from < 400; from += 50) {
    await world.db
      .insertInto('people')
      .values(people.slice(from, from + 50))
      .execute()
    await world.db
      .insertInto('networkRoles')
      .values(roles.slice(from, from + 50))
      .execute()
  }
  return ids
}

test('four hundred are asked and answer, and no page asks more of the database for it', async () => {
  const few = await roundOf(world, { people: twelve })
  await world.following.settled()
  const look = (id: string) => world.as('nia').get(`${all}/${id}`)
  const forFew = (await asked(() => look(few))).length

  const ids = await manyPeople()
  const many = await roundOf(world, { people: [...twelve, ...ids] })
  await world.following.settled()
  expect((await asked(() => look(many))).length).toBeLessThanOrEqual(forFew + 1)
  await world.posted()
  expect(world.letters.filter(one => one.to.startsWith('colleague-'))).toHaveLength(400)

  const row = await rowOf(world, many)
  await inOne(world.db, async trx => {
    for (const [n, id] of ids.entries()) await saveAnswers(trx, row, { id }, { 'l-trust': String(1 + (n % 4)) })
  })
  await close(world, many)
  const questions = await asked(async () => {
    expect((await world.as('nia').get(`${all}/${many}/spread`)).text).toContain('Not yet: 100')
  })
  expect(questions.length).toBeLessThan(20)
})

test('a long list of rounds stays paged, and is found by an index', async () => {
  const row = await rowOf(world, await roundOf(world, { people: twelve }))
  const rounds = Array.from({ length: 2000 }, (_, n) => ({
    ...{ ...row, id: `round-${n}`, title: `Round ${n}`, closedAt: row.openedAt, outcome: '{"self":{"state":"few"}}' },
    begunAt: new Date(Date.parse('2020-01-01') + n * 1000).toISOString(),
  }))
  for (let from = 0; from < rounds.length; from += 25)
    await world.db
      .insertInto('reviewRounds')
      .values(rounds.slice(from, from + 25))
      .execute()
  const questions = await asked(async () => {
    const { text } = await world.as('sam').get(all)
    expect(text.match(/<h2><a/g)!.length).toBe(20)
    expect(text).toContain('Page 2')
  })
  expect(questions.length).toBeLessThan(25)
  const plan = sqliteOf(world.house)
    .prepare('explain query plan select * from review_rounds where network_id = ? order by begun_at desc limit 20')
    .all('hafren') as { detail: string }[]
  expect(plan.map(one => one.detail).join()).toContain('review_rounds_of_network')
})
