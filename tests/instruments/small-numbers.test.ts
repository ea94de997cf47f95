import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Totals } from '../../src/instruments/small-numbers/hidden-lines.js'
import { holdSmallNumbersBack, type Held } from '../../src/instruments/small-numbers/small-numbers.js'

test('fewer than five pupils are hidden, and nothing that is not there is', () => {
  const { cells } = holdSmallNumbersBack([[4, 5, null]])
  expect(cells).toEqual([['few', 'shown', 'nothing']])
})

test('where the sum of a column is shown, a second number is held back with a single small one, the smallest', () => {
  const held = holdSmallNumbersBack([[3], [20], [9], [30]], { columns: true })
  expect(held.cells).toEqual([['few'], ['shown'], ['held back'], ['shown']])
  expect(held.columnTotals).toEqual(['shown'])
})

test('with nothing else to hold back, the sum itself is', () => {
  expect(holdSmallNumbersBack([[3]], { columns: true }).columnTotals).toEqual(['few'])
  const held = holdSmallNumbersBack([[4], [4]], { columns: true })
  expect(held.cells).toEqual([['few'], ['few']])
  expect(held.columnTotals).toEqual(['held back'])
})

test('where cells stand on other pages too, the sum is held back and not another cell', () => {
  const held = holdSmallNumbersBack([[3], [20], [9]], { columns: true, first: 'sums' })
  expect(held.cells).toEqual([['few'], ['shown'], ['shown']])
  expect(held.columnTotals).toEqual(['held back'])
})

describe('property: no small number can be worked out from what is shown', () => {
  const cell = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const tables = fc
    .integer({ min: 1, max: 3 })
    .chain(columns =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
    )
  const totals = fc.record({
    rows: fc.boolean(),
    columns: fc.boolean(),
    first: fc.constantFrom('cells' as const, 'sums' as const),
  })

  test('by trying every table that would look the same', () => {
    fc.assert(
      fc.property(tables, totals, (table, sums) => {
        const held = holdSmallNumbersBack(table, sums)
        for (const [row, line] of held.cells.entries())
          for (const [column, showing] of line.entries()) {
            if (showing === 'few') expect(table[row]![column]).toBeLessThan(5)
            if (showing === 'shown') expect(table[row]![column]).toBeGreaterThanOrEqual(5)
            if (showing === 'few') expect(hasAnother(table, held, sums, row, column)).toBe(true)
          }
        expect(leftOverOf(table, held, sums).filter(left => left < 5)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('and large tables are judged too, with every hidden number in company', () => {
    const large = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 }), {
      minLength: 8,
      maxLength: 8,
    })
    fc.assert(
      fc.property(large, table => {
        const held = holdSmallNumbersBack(table, { rows: true, columns: true })
        for (const [row, line] of held.cells.entries()) {
          const hidden = line.filter(one => one !== 'shown').length
          if (line.includes('few')) expect(hidden > 1 || held.rowTotals[row] !== 'shown').toBe(true)
        }
      }),
      { numRuns: 15 },
    )
  })
})

/** What stays when the shown numbers of a line are taken from its shown sum, where anything is hidden in it. */
function leftOverOf(table: (number | null)[][], held: Held, sums: Totals): number[] {
  const lines: { cells: { value: number | null; showing: string }[]; sum: string }[] = []
  const cell = (row: number, column: number) => ({
    value: table[row]![column]!,
    showing: held.cells[row]![column]!,
  })
  if (sums.rows)
    for (const [row, line] of table.entries())
      lines.push({ cells: line.map((_, column) => cell(row, column)), sum: held.rowTotals[row]! })
  if (sums.columns)
    for (const column of table[0]!.keys())
      lines.push({ cells: table.map((_, row) => cell(row, column)), sum: held.columnTotals[column]! })
  return lines
    .filter(({ sum }) => sum === 'shown')
    .map(({ cells }) => cells.filter(({ showing }) => showing === 'few' || showing === 'held back'))
    .filter(hidden => hidden.length > 0)
    .map(hidden => hidden.reduce((all, { value }) => all + (value ?? 0), 0))
}

/** An enumeration that knows nothing of how the hiding is worked out: is there a table that looks the same but differs here? */
function hasAnother(table: (number | null)[][], held: Held, sums: Totals, row: number, column: number): boolean {
  const hidden = held.cells.flatMap((line, r) =>
    line.flatMap((showing, c) => (showing === 'few' || showing === 'held back' ? [{ r, c, showing }] : [])),
  )
  const guess = table.map(line => [...line])
  const looks = (at: number, at2: 'rows' | 'columns', showing: string) => {
    const sum = (from: (number | null)[][]) =>
      from.reduce(
        (all, line, r) =>
          all + line.reduce<number>((s, v, c) => s + ((at2 === 'rows' ? r : c) === at ? (v ?? 0) : 0), 0),
        0,
      )
    if (showing === 'shown') return sum(guess) === sum(table)
    if (showing === 'few') return sum(guess) < 5
    return showing === 'nothing' || sum(guess) >= 5
  }
  const all = (from: (number | null)[][]) => from.flat().reduce<number>((s, v) => s + (v ?? 0), 0)
  const sameLooks = () =>
    (!sums.rows || held.rowTotals.every((showing, r) => looks(r, 'rows', showing))) &&
    (!sums.columns || held.columnTotals.every((showing, c) => looks(c, 'columns', showing))) &&
    (!(sums.rows && sums.columns) ||
      (held.total === 'shown' ? all(guess) === all(table) : held.total === 'few' ? all(guess) < 5 : all(guess) >= 5))
  const attempt = (place: number): boolean => {
    if (place === hidden.length) return guess[row]![column] !== table[row]![column] && sameLooks()
    const { r, c, showing } = hidden[place]!
    const range = showing === 'few' ? [0, 1, 2, 3, 4] : [5, 6, 7, 8, 9, 10]
    const near = range.filter(value => Math.abs(value - table[r]![c]!) <= 1)
    return near.some(value => {
      guess[r]![c] = value
      return attempt(place + 1)
    })
  }
  const found = attempt(0)
  return found
}
