import { expect, test } from 'vitest'
import type { Page, Slab } from '../../src/pdf/blocks/slabs.js'
import { pagesOf } from '../../src/pdf/pages/pages.js'
import { a4 } from '../../src/pdf/paper.js'

// Where a page ends: where a thought does, as far as that leaves no hole.

const of = (height: number, more: Partial<Slab> = {}): Slab => ({
  ...{ height, before: 0, after: 0, frames: [], draw: () => undefined },
  ...more,
})

const filling = (share: number) => of(a4.room * share)

const heading = (text = 'What we saw') =>
  of(20, { keepWithNext: true, before: 20, after: 8, heading: { id: 'a', level: 2, text } })

function table(rows: number, height: number): Slab[] {
  const own = { rows, height: rows * height }
  const all = Array.from({ length: rows }, (_, at) => of(height, { row: { table: own, at } }))
  all[0]!.keepWithNext = all[rows - 2]!.keepWithNext = true
  return all
}

const rowsOn = (pages: Page[]) => pages.map(page => page.filter(({ slab }) => slab.row).length)

const tenth = a4.room / 10

test('a short table that would be parted stands whole on the next page, where that leaves no hole', () => {
  expect(rowsOn(pagesOf([filling(0.65), ...table(7, tenth / 2), filling(0.4)], a4))).toEqual([0, 7])
})

test('where it would leave one, the table is parted, and on each side stand four rows at least', () => {
  expect(rowsOn(pagesOf([filling(0.45), ...table(9, tenth * 0.7), filling(0.3)], a4))).toEqual([5, 4])
})

test('a table longer than a page leaves no fewer than four rows anywhere', () => {
  for (let above = 0; above < 0.5; above += 0.05)
    for (const rows of rowsOn(pagesOf([filling(above), ...table(31, tenth * 0.7), filling(0.2)], a4)))
      if (rows > 0) expect({ above, rows, enough: rows >= 4 }).toMatchObject({ enough: true })
})

test('no line of a part stands alone above the heading of the next: more of its part comes along', () => {
  const lines = Array.from({ length: 10 }, () => of(tenth * 0.8, { before: 6 }))
  const over = of(15, { before: 6 })
  const pages = pagesOf([filling(0.14), ...lines, over, heading(), filling(0.5)], a4)
  expect(pages).toHaveLength(2)
  const beforeNext = pages[1]!.findIndex(({ slab }) => slab.heading)
  expect(beforeNext).toBeGreaterThan(1)
})

test('a page ends before its last part rather than after the heading and a line of it', () => {
  const pages = pagesOf([filling(0.86), heading(), of(15), of(tenth * 3), filling(0.3)], a4)
  expect(pages[0]!.some(({ slab }) => slab.heading)).toBe(false)
})

test('a short part is not parted for the sake of a few lines, where the page stays three quarters full without it', () => {
  const part = [heading('What we tried'), of(33), of(33), of(100)]
  const pages = pagesOf([filling(0.75), ...part, heading('What difference it made'), filling(0.6)], a4)
  expect(pages.map(page => page.filter(({ slab }) => slab.heading).length)).toEqual([0, 2])
})
