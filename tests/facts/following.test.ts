import { expect, test, vi } from 'vitest'
import { inOne } from '../../src/database.js'
import { type Fact, record } from '../../src/facts/facts.js'
import type { Follower } from '../../src/facts/followers.js'
import { Following } from '../../src/facts/following.js'
import { pauseAfter } from '../../src/facts/retrying.js'
import { newWorld } from '../world.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const { db } = world

/** A follower of everything, and what it has met. */
function listener(name: string, run: (fact: Fact) => Promise<void> = () => Promise.resolve()) {
  const met: number[] = []
  const follower: Follower = {
    name,
    isPrompt: false,
    follows: kind => kind === 'evidence logged',
    async run(_house, fact) {
      await run(fact)
      met.push((fact.details as { number: number }).number)
    },
  }
  return { follower, met }
}

async function deed(number: number): Promise<void> {
  const about = { networkId: 'hafren', groupId: null, aboutKind: 'evidence', aboutId: `piece-${number}` }
  await inOne(db, trx => record(trx, { kind: 'evidence logged', by: { id: 'sam' }, ...about, number }))
}

const waiting = () => db.selectFrom('factOutbox').selectAll().execute()
const retries = () => db.selectFrom('factRetries').selectAll().execute()

test('facts are followed in their order by everybody who follows them, once', async () => {
  await world.following.stop()
  const [one, other] = [listener('one'), listener('other')]
  for (const number of [1, 2, 3]) await deed(number)
  const following = new Following(world.house, [one.follower, other.follower])
  await following.settled()
  await following.settled()
  expect([one.met, other.met]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ])
  expect(await waiting()).toEqual([])
  await following.stop()
})

test('a deed that is not committed has nothing that follows', async () => {
  const one = listener('one')
  const following = new Following(world.house, [one.follower])
  const undone = inOne(db, async trx => {
    await record(trx, { kind: 'evidence logged', by: null, number: 9 })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await following.settled()
  expect(one.met).toEqual([])
  await following.stop()
})

test('a follower that fails tries again later, with growing pauses, and keeps nobody else waiting', async () => {
  let mended = false
  const failing = listener('failing', () => (mended ? Promise.resolve() : Promise.reject(new Error('no post today'))))
  const well = listener('well')
  const following = new Following(world.house, [failing.follower, well.follower])
  for (const number of [11, 12]) await deed(number)
  await following.settled()
  expect([failing.met, well.met]).toEqual([[], [11, 12]])
  expect((await retries()).map(one => [one.follower, one.tries])).toEqual([
    ['failing', 1],
    ['failing', 1],
  ])
  await db.updateTable('factRetries').set({ nextAt: '2026-01-01T00:00:00.000Z' }).execute()
  await following.settled()
  expect((await retries()).map(one => one.tries)).toEqual([2, 2])
  expect([1, 2, 3, 20].map(pauseAfter)).toEqual([2000, 8000, 32_000, 3_600_000])

  mended = true
  await db.updateTable('factRetries').set({ nextAt: '2026-01-01T00:00:00.000Z' }).execute()
  await following.settled()
  expect([failing.met, await retries()]).toEqual([[11, 12], []])
  expect(well.met).toEqual([11, 12])
  await following.stop()
})

test('what waits to be tried again does not wait for as long as the clock was set back', async () => {
  let mended = false
  const failing = listener('failing', () => (mended ? Promise.resolve() : Promise.reject(new Error('no post today'))))
  const following = new Following(world.house, [failing.follower])
  await deed(16)
  await following.settled()
  mended = true
  const inThreeHours = new Date(Date.now() + 3 * 3_600_000).toISOString()
  await db.updateTable('factRetries').set({ nextAt: inThreeHours }).execute()
  await following.settled()
  expect([failing.met, await retries()]).toEqual([[16], []])
  await following.stop()
})

test('a slow follower is not waited for by the others, and what it has not done is begun again by the next one', async () => {
  let release: () => void = () => undefined
  const slow = listener('slow', () => new Promise(resolve => (release = resolve)))
  const quick = listener('quick')
  const cut = new Following(world.house, [slow.follower, quick.follower])
  await deed(21)
  await cut.look()
  await vi.waitFor(() => expect(quick.met).toEqual([21]))
  expect([slow.met, (await waiting()).length]).toEqual([[], 1])

  // Whatever became of the first, the fact stands in the outbox still, and somebody else follows it.
  const after = listener('slow')
  const next = new Following(world.house, [after.follower, quick.follower])
  await next.settled()
  expect([after.met, quick.met]).toEqual([[21], [21, 21]])
  release()
  await cut.stop()
  await next.stop()
})

test('facts only grow', async () => {
  await deed(31)
  expect(() => sqliteOf(world.house).exec('delete from facts')).toThrow('only grows')
  expect(() => sqliteOf(world.house).exec(`update facts set kind = 'nothing'`)).toThrow('only grows')
})
