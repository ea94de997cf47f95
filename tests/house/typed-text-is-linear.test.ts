import { expect, test, vi } from 'vitest'
import { historyOf } from '../../src/claims/history.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { namesNoticed } from '../../src/keys/noticing.js'
import { comparedParts } from '../../src/published/comparing.js'
import { newWorld } from '../world.js'
import { signs, textOf, waysWithText } from './ways-with-text.js'

// What somebody types or uploads must hold up nobody else. Time is counted as work, so that a busy machine makes no difference.
// Read in the square of its length, a text such as these takes from ten seconds to some minutes.

vi.setConfig({ testTimeout: 300_000 })
const world = newWorld()
const MOST_MILLISECONDS = 5000

async function work(doing: () => unknown): Promise<number> {
  const began = process.cpuUsage()
  await doing()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

test.each(Object.keys(waysWithText))('%s: a hundred thousand of any sign is read in a moment', async way => {
  for (const sign of signs)
    expect(await work(() => waysWithText[way]!(textOf(sign))), JSON.stringify(sign)).toBeLessThan(MOST_MILLISECONDS)
})

test('names are noticed in a hundred thousand of any sign in a moment', async () => {
  const sadia = await world.person('sadia')
  const typed = { groupId: 'reading', networkId: 'hafren' }
  for (const sign of signs)
    expect(await work(() => namesNoticed(world.db, sadia, typed, textOf(sign))), JSON.stringify(sign)).toBeLessThan(
      MOST_MILLISECONDS,
    )
})

test('a claim that was written anew a hundred times, and two editions with nothing in common, are compared in a moment', async () => {
  const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `word${from + at}`)
  const revisions = Array.from({ length: 100 }, (_, at) => {
    const said = words(at * 300, 200).join(' ')
    return { claim: said, strength: 'hunch', sureBecause: said, whatWouldChange: said, because: '', at: '', by: '' }
  })
  expect(await work(() => historyOf(revisions))).toBeLessThan(MOST_MILLISECONDS)

  const edition = (from: number) =>
    ({
      titlePage: { heading: 'Reading by choice', lines: [] },
      parts: blocksFrom(words(from, 12_000).join('\n\n')),
    }) as unknown as Parameters<typeof comparedParts>[0]
  const parts = comparedParts(edition(0), edition(20_000))
  expect(parts.map(part => part.heading)).toEqual(['Title page', 'Beginning'])
  expect(parts[1]!.lines.length).toBeGreaterThan(10_000)
  expect(await work(() => comparedParts(edition(0), edition(20_000)))).toBeLessThan(MOST_MILLISECONDS)
})
