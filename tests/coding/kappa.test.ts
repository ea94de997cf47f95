import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsFor, differencesIn, type ReadText } from '../../src/coding/blind-readings/agreement.js'
import { agreementOf, kappaInWords, kappaOf } from '../../src/coding/blind-readings/kappa.js'

describe('Cohen’s kappa', () => {
  // Worked examples that go round in textbooks: 50 grant proposals, and the two tables of the same observed agreement.
  test.each([
    [{ both: 20, first: 5, second: 10, neither: 15 }, 0.7, 0.4],
    [{ both: 45, first: 15, second: 25, neither: 15 }, 0.6, 0.1304],
    [{ both: 25, first: 35, second: 5, neither: 35 }, 0.6, 0.2593],
    [{ both: 10, first: 0, second: 0, neither: 10 }, 1, 1],
    [{ both: 0, first: 10, second: 10, neither: 0 }, 0, -1],
    [{ both: 0, first: 5, second: 0, neither: 15 }, 0.75, 0],
  ])('of %o is as the textbooks say', (counts, agreement, kappa) => {
    expect(agreementOf(counts)).toBeCloseTo(agreement, 10)
    expect(kappaOf(counts)).toBeCloseTo(kappa, 4)
  })

  const count = fc.nat(200)
  const counts = fc.record({ both: count, first: count, second: count, neither: count })

  test('is observed beyond chance, whoever is called first and whichever answer is called yes', () => {
    fc.assert(
      fc.property(counts, one => {
        const kappa = kappaOf(one)
        const swapped = { ...one, first: one.second, second: one.first }
        const reversed = { ...one, both: one.neither, neither: one.both }
        expect(kappaOf(swapped)).toBe(kappa)
        expect(kappaOf(reversed)).toBe(kappa)
        if (kappa === null) return
        expect(kappa).toBeGreaterThanOrEqual(-1)
        expect(kappa).toBeLessThanOrEqual(1)
        expect(kappa === 1).toBe(one.first + one.second === 0)
        const n = one.both + one.first + one.second + one.neither
        const [p, q] = [(one.both + one.first) / n, (one.both + one.second) / n]
        const chance = p * q + (1 - p) * (1 - q)
        expect(kappa).toBeCloseTo((agreementOf(one)! - chance) / (1 - chance), 8)
      }),
    )
  })

  test('is nought where one reader’s use has nothing to do with the other’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (a, b) => {
        const independent = { both: a * b, first: a * b, second: a * b, neither: a * b }
        expect(kappaOf(independent)).toBeCloseTo(0, 10)
      }),
    )
  })

  test('where it cannot be worked out, words say why', () => {
    const none = { both: 0, first: 0, second: 0, neither: 0 }
    expect(kappaOf(none)).toBeNull()
    expect(agreementOf(none)).toBeNull()
    expect(kappaInWords(none)).toContain('nothing to compare')
    expect(kappaInWords({ ...none, neither: 12 })).toContain('Neither of you used it')
    expect(kappaInWords({ ...none, both: 12 })).toContain('Both of you used it everywhere')
    expect(kappaInWords({ ...none, second: 3, neither: 40 })).toContain('Only the second reader used it')
    expect(kappaInWords({ both: 5, first: 0, second: 0, neither: 5 })).toContain('With so few units')
    fc.assert(
      fc.property(counts, one => {
        expect(kappaInWords(one)).not.toMatch(/NaN|null|undefined/)
      }),
    )
  })
})

describe('what is compared', () => {
  const coded = (startsAt: number, endsAt: number, reader: 'first' | 'second', codeId = 'talk') => ({
    ...{ startsAt, endsAt, reader, codeId, passageId: `${reader}-${startsAt}` },
  })
  const text = (...codings: ReadText['codings']): ReadText => ({
    ...{ textId: 't', evidenceId: 'e', length: 40 },
    sentences: [
      { startsAt: 0, endsAt: 10 },
      { startsAt: 11, endsAt: 20 },
      { startsAt: 21, endsAt: 40 },
    ],
    codings,
  })

  test('by sentence a word is enough, by character the reach counts too', () => {
    const one = text(coded(0, 10, 'first'), coded(8, 15, 'second'))
    expect(countsFor([one], 'talk', 'sentences')).toEqual({ both: 1, first: 0, second: 1, neither: 1 })
    expect(countsFor([one], 'talk', 'characters')).toEqual({ both: 2, first: 8, second: 4, neither: 24 })
    expect(countsFor([one], 'time', 'sentences')).toEqual({ both: 0, first: 0, second: 0, neither: 3 })
    expect(countsFor([], 'talk', 'sentences')).toEqual({ both: 0, first: 0, second: 0, neither: 0 })
  })

  test('sentences in a row that differ alike are one difference', () => {
    const one = text(coded(0, 20, 'first'), coded(21, 30, 'second', 'time'), coded(21, 40, 'first', 'time'))
    expect(differencesIn(one, ['talk', 'time'])).toMatchObject([
      { startsAt: 0, endsAt: 20, onlyFirst: ['talk'], onlySecond: [] },
    ])
  })
})
