import { expect, test, vi } from 'vitest'
import { historyOf } from '../../src/claims/revising/history.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { namesNoticed } from '../../src/keys/noticing.js'
import { comparedParts } from '../../src/publishing/comparing/comparing.js'
import { newWorld } from '../world.js'
import { few, howItGrows } from './how-it-grows.js'
import { signs, textOf, waysWithText } from './ways-with-text.js'

vi.setConfig({ testTimeout: 300_000 })
const world = newWorld()
test.each(Object.keys(waysWithText))('%s: of any sign, four times as many take no more than their share', async way => {
  // What is read for the first time is read slowly.
  await waysWithText[way]!(textOf(signs[0]!, few))
  for (const sign of signs)
    expect(await howItGrows(much => waysWithText[way]!(textOf(sign, much))), JSON.stringify(sign)).toBeLessThan(8)
})

test('names are noticed in many of any sign as quickly as in few', async () => {
  const sadia = await world.person('sadia')
  const typed = { groupId: 'reading', networkId: 'hafren' }
  for (const sign of signs)
    expect(
      await howItGrows(much => namesNoticed(world.house, sadia, typed, textOf(sign, much))),
      JSON.stringify(sign),
    ).toBeLessThan(8)
})

test('a claim that was written anew again and again, and two editions with nothing in common, are compared part by part', async () => {
  const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `word${from + at}`)
  const revisions = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const said = words(at * 300, 200).join(' ')
      return {
        claim: said,
        strength: 'a hunch' as const,
        sureBecause: said,
        whatWouldChange: said,
        because: '',
        at: '',
        by: '',
      }
    })
  expect(await howItGrows(much => historyOf(revisions(much / 200)))).toBeLessThan(8)

  const edition = (from: number, count: number) =>
    ({
      titlePage: { heading: 'Reading by choice', lines: [] },
      parts: blocksFrom(words(from, count).join('\n\n')),
    }) as unknown as Parameters<typeof comparedParts>[0]
  const parts = comparedParts(edition(0, 12_000), edition(20_000, 12_000))
  expect(parts.map(part => part.heading)).toEqual(['Title page', 'Beginning'])
  expect(parts[1]!.lines.length).toBeGreaterThan(10_000)
  const compared = (much: number) => comparedParts(edition(0, much / 2), edition(20_000, much / 2))
  expect(await howItGrows(compared)).toBeLessThan(8)
})
