import { beforeAll, expect, test } from 'vitest'
import { log } from '../evidence/real-files.js'
import { newWorld } from '../world.js'
import { asked, pieces } from './a-table-of-questions.js'

// The same table on each engine: npm run test:postgres runs it on a server.
const world = newWorld()
const nameOf = new Map<string, string>()

beforeAll(async () => {
  for (const [at, [name, whatWeSaw]] of Object.entries(pieces).entries()) {
    const gatheredOn = `2026-10-${String(at + 1).padStart(2, '0')}`
    nameOf.set(await log(world.as('sam'), { whatWeSaw, audience: 'group', gatheredOn }), name)
  }
  await world.following.settled()
})

async function found(q: string): Promise<string[]> {
  const { status, text } = await world.as('sam').get(`/search?${new URLSearchParams({ q }).toString()}`)
  expect(status).toBe(200)
  return [...text.matchAll(/<li class="hit">\s*<h2>.*?href="\/evidence\/([\w-]+)/gs)].map(
    ([, id]) => nameOf.get(id!) ?? 'a piece of somebody else',
  )
}

test('the table has at least 120 questions, and no question twice', () => {
  expect(asked.length).toBeGreaterThanOrEqual(120)
  expect(new Set(asked.map(([question]) => question)).size).toBe(asked.length)
})

test.each(asked)('%s', async (question, names) => {
  expect(await found(question)).toEqual(names)
})
