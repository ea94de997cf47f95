import { describe, expect, test } from 'vitest'
import { medianOf, noticeRuns, type Point } from '../../src/instruments/measures/run-rules.js'
import { chanceOfRuns, runLimits } from '../../src/instruments/measures/runs-by-chance.js'

function series(...values: number[]): Point[] {
  return values.map((value, at) => ({
    on: `2026-${String((at % 12) + 1).padStart(2, '0')}-0${1 + Math.floor(at / 12)}`,
    value,
  }))
}
const rules = (points: Point[], median: number) => noticeRuns(points, median).map(one => one.rule)

test('the median is the middle reading, or half-way between the two in the middle', () => {
  expect(medianOf([3, 1, 2])).toBe(2)
  expect(medianOf([4, 1, 2, 3])).toBe(2.5)
  expect(medianOf([])).toBeNull()
})

describe('a shift', () => {
  test('is six readings in a row on one side', () => {
    expect(rules(series(6, 7, 6, 7, 6), 5)).not.toContain('shift')
    expect(noticeRuns(series(1, 6, 7, 6, 7, 6, 7), 5)[0]).toMatchObject({ rule: 'shift', points: [1, 2, 3, 4, 5, 6] })
  })
  test('passes over readings on the median, which neither count nor break it', () => {
    expect(rules(series(6, 7, 5, 6, 7, 5, 6), 5)).not.toContain('shift')
    expect(noticeRuns(series(6, 7, 5, 6, 7, 5, 6, 7), 5)[0]).toMatchObject({
      rule: 'shift',
      points: [0, 1, 3, 4, 6, 7],
    })
  })
  test('says on which side and when', () => {
    expect(noticeRuns(series(1, 2, 1, 2, 1, 2), 5)[0]!.sentence).toContain(
      '6 readings in a row below the median, from 1 January 2026 to 1 June 2026',
    )
  })
})

describe('a trend', () => {
  test('is five readings all going one way', () => {
    expect(rules(series(1, 2, 3, 4, 1), 2)).not.toContain('trend')
    expect(noticeRuns(series(9, 1, 2, 3, 4, 5, 2), 3)).toContainEqual(
      expect.objectContaining({ rule: 'trend', points: [1, 2, 3, 4, 5] }),
    )
    expect(noticeRuns(series(9, 8, 7, 6, 5), 7)[0]!.sentence).toContain('each lower than the one before')
  })
  test('counts equal neighbours once', () => {
    expect(rules(series(1, 2, 2, 3, 4), 2)).not.toContain('trend')
    expect(rules(series(1, 2, 2, 3, 4, 5), 2)).toContain('trend')
  })
})

describe('too few and too many runs', () => {
  test('are looked for from ten readings off the median on', () => {
    expect(runLimits(9)).toBeUndefined()
    expect(runLimits(10)).toEqual([3, 9])
  })
  // The numbers of runs that are outside at 2.5 in a hundred, for as many above as below, as Swed and Eisenhart printed them.
  test.each([
    [5, 2, 10],
    [6, 3, 11],
    [8, 4, 14],
    [10, 6, 16],
    [12, 7, 19],
    [15, 10, 22],
    [20, 14, 28],
  ])('with %i on each side, %i and fewer or %i and more are outside', (side, few, many) => {
    expect(runLimits(side * 2)).toEqual([few + 1, many - 1])
  })
  test.each([
    [5, 5],
    [5, 6],
    [6, 6],
    [4, 8],
    [7, 7],
  ])('are as likely as all the orders of %i above and %i below make them, counted one by one', (above, below) => {
    const counts = Array.from({ length: above + below }, () => 0)
    let orders = 0
    for (let order = 0; order < 2 ** (above + below); order++) {
      const sides = Array.from({ length: above + below }, (_, at) => (order >> at) & 1)
      if (sides.filter(Boolean).length !== above) continue
      orders++
      counts[sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length]!++
    }
    const chances = chanceOfRuns(above, below)
    for (const [runs, count] of counts.entries()) expect(chances[runs]).toBeCloseTo(count / orders, 12)
  })
  test('at every number of readings leave at most 2.5 in a hundred outside on each side, and no room for one more', () => {
    for (let points = 10; points <= 200; points++) {
      const chances = chanceOfRuns(points >> 1, points - (points >> 1))
      const [fewest, most] = runLimits(points)!
      const below = (runs: number) => chances.slice(0, runs - 1).reduce((sum, chance) => sum + chance, 0)
      const above = (runs: number) => chances.slice(runs).reduce((sum, chance) => sum + chance, 0)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
      expect(below(fewest)).toBeLessThanOrEqual(0.025)
      expect(below(fewest + 1)).toBeGreaterThan(0.025)
      expect(above(most)).toBeLessThanOrEqual(0.025)
      expect(above(most - 1)).toBeGreaterThan(0.025)
    }
  })
  test('are said in words', () => {
    const few = series(1, 1, 1, 1, 1, 9, 9, 9, 9, 9)
    expect(noticeRuns(few, 5).at(-1)!.sentence).toContain('Too few runs: the line crosses the median seldom (2 runs)')
    const many = series(1, 9, 1, 9, 1, 9, 1, 9, 1, 9)
    expect(noticeRuns(many, 5).at(-1)!.sentence).toContain('Too many runs')
    expect(rules(series(1, 9, 1, 1, 9, 9, 1, 9, 9, 1), 5)).toEqual([])
  })
})

test('an astronomical point is one that somebody says is far out, never one that is worked out', () => {
  const points = series(5, 6, 5, 400, 5)
  expect(rules(points, 5)).toEqual([])
  points[3]!.remark = 'the library van came twice.'
  expect(noticeRuns(points, 5)[0]).toMatchObject({
    rule: 'astronomical',
    points: [3],
    sentence: 'The reading of 1 April 2026 is far out, in the group’s own judgement: the library van came twice.',
  })
})
