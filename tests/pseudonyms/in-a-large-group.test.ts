import { beforeAll, expect, test } from 'vitest'
import { Following } from '../../src/facts/following.js'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { logManyPieces } from '../bench/many-pieces.js'
import { hear } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const many = 700
const ofIndex = /search_words|search_gone|search_later|search_entries/

beforeAll(async () => {
  await logManyPieces(world.db, 'reading', many)
  await world.db
    .updateTable('evidence')
    .set({ title: 'At Pontweir they read aloud' })
    .where('id', '=', 'many-8')
    .execute()
  await world.db
    .updateTable('evidence')
    .set({ title: 'Pontweir, the week after' })
    .where('id', '=', 'many-18')
    .execute()
  await beginAnew(world.db, brought.searchables)
  await bringUpToDate(world.db, brought.searchables)
})

const finds = async (person: string, words: string) => {
  const page = await world.as(person).get(`/search?q=${words}`).expect(200)
  return page.text.includes('things found') || page.text.includes('thing found')
}
const waiting = async () => (await world.db.selectFrom('searchLater').select('record').execute()).length

test('choosing a pseudonym touches no word of the index, however many pieces there are', async () => {
  expect([await finds('nia', 'pontweir'), await finds('sadia', 'pontweir')]).toEqual([true, true])
  const asked: string[] = []
  const stop = hear(sqliteOf(world.house), ({ sql }) => asked.push(sql))
  const answer = world.as('sadia').post('/groups/reading/pseudonyms', {
    kind: 'place',
    school: '',
    name: 'Pontweir',
    also: '',
    pseudonym: 'Elmbrook',
  })
  await answer.expect(303)
  stop()
  expect(asked.filter(sql => /search_words/.test(sql) && !/^\s*select/i.test(sql))).toEqual([])
  expect(asked.length).toBeLessThan(70)
})

test('from then on the old name is found by nobody outside the group, though the index has still to be read again', async () => {
  await world.following.settled()
  expect(await waiting()).toBeGreaterThan(many)
  expect(await finds('nia', 'pontweir')).toBe(false)
  expect(await finds('sadia', 'pontweir')).toBe(true)
  expect((await world.as('nia').get('/evidence/many-8')).text).not.toContain('Pontweir')
  await bringUpToDate(world.db, brought.searchables)
  expect(await waiting()).toBe(0)
  expect([await finds('nia', 'elmbrook'), await finds('nia', 'pontweir')]).toEqual([true, false])
  expect(await finds('sadia', 'pontweir')).toBe(true)
})

test('what was still to be read when the workbench was killed is read at the next start', async () => {
  const [chosen] = await world.db.selectFrom('pseudonyms').select('id').where('removedAt', 'is', null).execute()
  const killed = new Following(world.house, [])
  await world.following.stop()
  await world.as('sadia').post(`/groups/reading/pseudonyms/${chosen!.id}/removal`).expect(303)
  await killed.stop()
  expect(await waiting()).toBe(0)
  const next = new Following(world.house, brought.followers).start()
  await next.settled()
  expect(await waiting()).toBeGreaterThan(many)
  await bringUpToDate(world.db, brought.searchables, { milliseconds: 1 })
  expect(await waiting()).toBeGreaterThan(0)
  await bringUpToDate(world.db, brought.searchables)
  await next.stop()
  expect([await finds('nia', 'pontweir'), await finds('nia', 'elmbrook')]).toEqual([true, false])
})

test('the index is read again a few records at a time, each time in a transaction of its own', async () => {
  await beginAnew(world.db, brought.searchables)
  let [inThis, most, all] = [0, 0, 0]
  const stop = hear(sqliteOf(world.house), ({ sql }) => {
    if (/^\s*begin/i.test(sql)) inThis = 0
    if (ofIndex.test(sql) && /insert into search_words/.test(sql)) [inThis, all] = [inThis + 1, all + 1]
    most = Math.max(most, inThis)
  })
  await bringUpToDate(world.db, brought.searchables)
  stop()
  expect(all).toBeGreaterThan(many)
  expect(most).toBeLessThanOrEqual(100)
})
