import { describe, expect, test } from 'vitest'
import {
  dayIn,
  hasDecimalComma,
  isBlank,
  isHeldBack,
  numberIn,
} from '../../src/instruments/spreadsheets/reading-cells.js'

describe('a day', () => {
  test.each([
    ['07/10/2025', '2025-10-07'],
    ['7.10.25', '2025-10-07'],
    ['7-10-2025', '2025-10-07'],
    ['07/10/2025 09:30', '2025-10-07'],
    ['2025-10-07', '2025-10-07'],
    ['7 October 2025', '2025-10-07'],
    ['Tue, 7th Oct 2025', '2025-10-07'],
    ['Oct 2025', '2025-10-01'],
    ['45937', '2025-10-07'],
    ['Autumn 1 2025', '2025-10-01'],
    ['Spring term 2 2025/26', '2026-03-15'],
    ['Summer 2026', '2026-07-01'],
    ['29/02/2028', '2028-02-29'],
  ])('written %s is read the British way', (cell, day) => expect(dayIn(cell)).toBe(day))

  test.each(['13/25/2025', '10/13/2025', '31/02/2026', '29/02/2026', 'soon', '', '12', 'Autumn 1', 'P07', '1/1/1066'])(
    'is not made out of %s',
    cell => expect(dayIn(cell)).toBeUndefined(),
  )
})

describe('a number', () => {
  test.each([
    ['12.5', 12.5],
    ['1,234', 1234],
    ['1 234.5', 1234.5],
    ['85%', 85],
    ['−3', -3],
    ['£1,200', 1200],
    ['9:06', 9.5],
    ['.5', 0.5],
  ])('written %s is read', (cell, number) => expect(numberIn(cell)).toBe(number))

  test.each([
    ['8,5', 8.5],
    ['1.234,5', 1234.5],
  ])('with a decimal comma, written %s, is read', (cell, number) => expect(numberIn(cell, true)).toBe(number))

  test.each(['many', '', '-', '12,34', '1.2.3', '9:13', '1e999', 'Infinity', '0x10'])('is not made out of %s', cell =>
    expect(numberIn(cell)).toBeUndefined(),
  )

  test('has its decimals after a comma when one cell of its column can mean nothing else', () => {
    expect(hasDecimalComma(['8,5', '9'])).toBe(true)
    expect(hasDecimalComma(['1,234', '5,678'])).toBe(false)
    expect(hasDecimalComma(['1,234.5', '9,5'])).toBe(false)
  })
})

test('what means nothing is nothing, and what is held back is held back', () => {
  for (const cell of ['', 'n/a', 'N/A', '–', 'absent', '#N/A']) expect([cell, isBlank(cell)]).toEqual([cell, true])
  for (const cell of ['0', '<5', 'nine']) expect([cell, isBlank(cell)]).toEqual([cell, false])
  for (const cell of ['<5', '< 5', 'fewer than five', 'less than 5', '*']) expect(isHeldBack(cell)).toBe(true)
})
