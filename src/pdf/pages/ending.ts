import type { Slab } from '../blocks/slabs.js'
import { slabAfter, type End, type Reached, type ToSet } from './filling.js'

// How much it would disturb a reader that a page ends where it does: the numbers say only which of two ends is the better.

/** A page that is emptier than this looks as if something were missing, and one that is emptier still as if it were spoilt. */
const FULL = 0.6
const FULL_ENOUGH = 0.4

/** So many rows of a parted table stand on each side at least. */
const ROWS = 4
/** Two lines, three, and a small picture: so little of a section is lost at the head of a page, each less than the one before. */
const LOST = [
  { height: 36, disturbs: 30 },
  { height: 52, disturbs: 15 },
  { height: 112, disturbs: 12 },
]
/** And so little at the foot of one. */
const BEGUN = 52

/** @returns 0 for a page that is full and ends where a thought does */
export function disturbance(all: ToSet, { page, foot, reached, drawnTogether }: End): number {
  const next = slabAfter(all, reached, 0)
  const share = foot / all.paper.room
  if (!next) return share < FULL_ENOUGH ? 40 + (FULL_ENOUGH - share) * 100 : 0
  const closer = drawnTogether ? 3 : 0
  if (next.beginsPage) return closer
  return (
    ONE_MORE_PAGE +
    closer +
    emptiness(share) +
    partedTable(page.at(-1)!.slab, next, all) +
    strays(
      all,
      page.map(placed => placed.slab),
      reached,
    )
  )
}

const ONE_MORE_PAGE = 8

function emptiness(share: number): number {
  const usual = 100 * (1 - share) ** 2
  if (share >= FULL) return usual
  return usual + 20 + (FULL - share) * 100 + (share < FULL_ENOUGH ? 200 : 0)
}

/** A table that would fit a page is whole there if that leaves no hole; of a parted one each part is seen to be a table. */
function partedTable(last: Slab, { row }: Slab, { paper }: ToSet): number {
  if (!row || last.row?.table !== row.table) return 0
  const short = row.table.height <= paper.room ? 24 : 2
  const few = Math.min(row.at, row.table.rows - row.at) < ROWS ? 24 : 0
  return short + few
}

/** A few lines that end a section at the head of the next page, or begin one at the foot of this; a paragraph in two. */
function strays(all: ToSet, page: Slab[], reached: Reached): number {
  const next = slabAfter(all, reached, 0)!
  const isWithin = next.before === 0 && page.at(-1)!.after === 0 && !next.row
  const left = endOfSection(all, reached)
  const lost = LOST.find(({ height }) => left < height)?.disturbs ?? 0
  return (isWithin ? 2 : 0) + lost + (beganJustNow(page) ? 10 : 0)
}

/** How much of a section is still to come, as far as that is little; Infinity where none has begun. */
function endOfSection(all: ToSet, reached: Reached): number {
  let height = 0
  for (let distance = 0; height < LOST.at(-1)!.height; distance++) {
    const slab = slabAfter(all, reached, distance)
    if (!slab || beginsSection(slab)) return distance > 0 ? height : Infinity
    height += slab.height
  }
  return Infinity
}

function beganJustNow(page: Slab[]): boolean {
  let height = 0
  for (const slab of [...page].reverse()) {
    if (beginsSection(slab)) return page[0] !== slab
    if ((height += slab.height) >= BEGUN) return false
  }
  return false
}

function beginsSection({ heading }: Slab): boolean {
  return heading !== undefined && heading.level < 4
}
