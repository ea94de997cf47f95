import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Behind, countingOf, judged, partOf } from '../../src/instruments/measures/judging-readings.js'

let made = 0
function reading(more: Partial<Behind>): Behind {
  const start = { schoolId: 'weir', measuredOn: '2026-10-05', measure: 'Reading age', counts: 'amount' as const }
  return { id: `r${made++}`, ...start, value: 9.5, pupils: 25, ...more }
}
const shown = (...readings: Behind[]) => readings.map(one => judged(readings).get(one.id))

test('what a number is, its name tells until somebody says it', () => {
  const of = (name: string, counts: string | null = null) => countingOf({ name, counts })
  expect(of('Children who began within two minutes (%)')).toBe('percent')
  expect(of('Children who chose a book')).toBe('pupils')
  expect(of('Number of pupils below age')).toBe('pupils')
  expect(of('Reading age in years')).toBe('amount')
  expect(of('Books borrowed in a week')).toBe('amount')
  expect(of('Books borrowed in a week', 'pupils')).toBe('pupils')
})

test('a part of a measure is told by what stands behind its comma, colon or bracket; a unit is none', () => {
  expect(partOf('Reading age, girls')).toEqual({ stem: 'reading age', part: 'girls' })
  expect(partOf('Reading age (free meals)')).toEqual({ stem: 'reading age', part: 'free meals' })
  expect(partOf('Children who read (%)').part).toBe('')
})

test('from fewer than five pupils nothing is shown, and neither is a number that the file held back', () => {
  expect(shown(reading({ pupils: 4 }), reading({ value: null }), reading({ pupils: 5, measure: 'x' }))).toEqual([
    'few',
    'few',
    'shown',
  ])
})

describe('a number of pupils', () => {
  test('is hidden below five, and held back where it leaves fewer than five over', () => {
    const counted = (value: number) => shown(reading({ counts: 'pupils', value }))[0]
    expect([3, 0, 12, 22, 25].map(counted)).toEqual(['few', 'few', 'shown', 'held back', 'held back'])
  })
  test('is the same as a percentage of so many', () => {
    const percent = (value: number, pupils: number) => shown(reading({ counts: 'percent', value, pupils }))[0]
    expect(percent(48, 25)).toBe('shown')
    expect(percent(8, 25)).toBe('few')
    expect(percent(92, 25)).toBe('held back')
    expect(percent(60, 9)).toBe('held back')
  })
})

describe('where all and some of the same pupils are measured on one day', () => {
  const all = reading({ measure: 'Reading age', pupils: 20 })
  test('some are held back that leave fewer than five over', () => {
    expect(shown(all, reading({ measure: 'Reading age, girls', pupils: 17 }))).toEqual(['shown', 'held back'])
    expect(shown(all, reading({ measure: 'Reading age, girls', pupils: 12 }))).toEqual(['shown', 'shown'])
  })
  test('a second one is held back beside one that is too small', () => {
    const parts = [9, 8, 3].map((pupils, at) => reading({ measure: `Reading age, set ${at + 1}`, pupils }))
    expect(shown(all, ...parts)).toEqual(['shown', 'shown', 'held back', 'few'])
  })
  test('another school, another day or another measure has nothing to do with it', () => {
    const girls = { measure: 'Reading age, girls', pupils: 17 }
    for (const apart of [{ schoolId: 'bryn' }, { measuredOn: '2026-11-05' }, { measure: 'Spelling, girls' }])
      expect(shown(all, reading({ ...girls, ...apart }))).toEqual(['shown', 'shown'])
  })
})

test('property: no sum of shown parts, taken from the whole, leaves one to four pupils', () => {
  const parts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 9 }), fc.boolean(), (sizes, rest, asNumbers) => {
      const whole = sizes.reduce((sum, size) => sum + size, rest)
      const some = (measure: string, size: number) =>
        asNumbers
          ? reading({ measure, counts: 'pupils', value: size, pupils: 100 })
          : reading({ measure, pupils: size })
      const readings = [some('Lates', whole), ...sizes.map((size, at) => some(`Lates, class ${at}`, size))]
      const showing = judged(readings)
      if (showing.get(readings[0]!.id) !== 'shown') return
      const seen = sizes.filter((_, at) => showing.get(readings[at + 1]!.id) === 'shown')
      for (let choice = 1; choice < 2 ** seen.length; choice++) {
        const taken = seen.filter((_, at) => (choice >> at) & 1).reduce((sum, size) => sum + size, 0)
        expect([1, 2, 3, 4]).not.toContain(whole - taken)
      }
      for (const size of seen) expect(size).toBeGreaterThanOrEqual(5)
    }),
    { numRuns: 400 },
  )
})
