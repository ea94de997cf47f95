import { expect, test } from 'vitest'
import {
  daysOf,
  halfDaysOf,
  penceOf,
  pounds,
  poundsAsNumber,
  totalOf,
  typedDays,
  typedPounds,
} from '../../src/resources/money.js'
import { schoolYear, yearSaid } from '../../src/resources/school-year.js'

/** Sums as they come, the same in every run. */
function* sums(count: number): Generator<number> {
  let seed = 20_261_130
  for (let at = 0; at < count; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    yield seed % 1_000_000_000
  }
}

test.each([
  ['£1,240.50', 124_050],
  ['1240.5', 124_050],
  ['1,240', 124_000],
  [' £ 12 ', 1200],
  ['£0.00', 0],
  ['0', 0],
  ['45p', 45],
  ['0.07', 7],
  ['1 240.50', 124_050],
  ['£1\u00a0240', 124_000],
  ['8.10', 810],
  ['1,234,567.89', 123_456_789],
])('%s is read to the penny', (typed, pence) => {
  expect(penceOf(typed)).toBe(pence)
})

test.each(['', '1,24', '12.345', '1.240,50', '-5', '£', 'twelve', '1e3', '.5', '5.', '1,2345', '0x10', 'NaN', '٣'])(
  'what cannot be read for certain is not guessed: %j',
  typed => {
    expect(penceOf(typed)).toBeUndefined()
  },
)

test('every sum is shown and typed back as itself, in each way in which people write it', () => {
  for (const pence of sums(5000)) {
    expect(penceOf(pounds(pence))).toBe(pence)
    expect(penceOf(typedPounds(pence))).toBe(pence)
    expect(penceOf(pounds(pence).replaceAll(',', ''))).toBe(pence)
    expect(Math.round(poundsAsNumber(pence) * 100)).toBe(pence)
    if (pence % 10 === 0) expect(penceOf(typedPounds(pence).slice(0, -1))).toBe(pence)
  }
})

test('totals add up, in whatever order and however they are put together', () => {
  const all = [...sums(2000)]
  const [first, rest] = [all.slice(0, 700), all.slice(700)]
  expect(totalOf(all)).toBe(totalOf([...all].reverse()))
  expect(totalOf(all)).toBe(totalOf(first) + totalOf(rest))
  expect(totalOf(all)).toBe(totalOf(all.map(pence => penceOf(pounds(pence))!)))
  expect(Number.isSafeInteger(totalOf(all))).toBe(true)
})

test('pounds are British, and less than nothing says so', () => {
  expect(pounds(124_050)).toBe('£1,240.50')
  expect(pounds(5)).toBe('£0.05')
  expect(pounds(-50_000)).toBe('−£500.00')
})

test('days are typed and said in halves', () => {
  expect(['2.5', '2½', '0.5', '½', '3', '1.0', '2 days'].map(halfDaysOf)).toEqual([5, 5, 1, 1, 6, 2, 4])
  expect(
    [
      'half',
      'Half a day',
      'half day',
      'a half-day',
      '1/2',
      '2 1/2',
      '½ day',
      'a day',
      'a day and a half',
      '1½ days',
    ].map(halfDaysOf),
  ).toEqual([1, 1, 1, 1, 1, 5, 1, 2, 3, 3])
  expect(['', '2.3', 'x', '-1', 'half a week', '11/2', 'day'].map(halfDaysOf)).toEqual(Array(7).fill(undefined))
  expect([1, 2, 3, 8].map(daysOf)).toEqual(['half a day', '1 day', '1½ days', '4 days'])
  for (let halfDays = 1; halfDays < 200; halfDays += 1) expect(halfDaysOf(typedDays(halfDays))).toBe(halfDays)
})

test('a school year begins on 1 September', () => {
  expect([schoolYear('2026-08-31'), schoolYear('2026-09-01'), schoolYear('2027-01-01')]).toEqual([2025, 2026, 2026])
  expect(yearSaid(2026)).toBe('2026/27')
  expect(yearSaid(2099)).toBe('2099/00')
})
