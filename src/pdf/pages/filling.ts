import type { FootNotes } from '../blocks/notes.js'
import type { Page, Slab } from '../blocks/slabs.js'
import type { Paper } from '../paper.js'

/** A slab is parted only when it is higher than this share of a page: shorter ones move to the next page. */
const HIGH = 0.4

/** A page may give up some of its own space for a little too much: the space that gives way, in points, and how much of it. */
const WIDE = 12
const GIVES = 0.4

/** How far the pages have come: what is still to be set, and the notes that still wait for a foot. */
export interface Reached {
  /** The next slab. */
  at: number
  /** What is left of one that was parted: it comes before the next. */
  ahead: Slab[]
  below: Slab[]
  /** The notes that stand somewhere, by number. */
  known: ReadonlySet<number>
}

/** A place where a page may end. */
export interface End {
  /** What stands on it then. */
  page: Page
  /** From the top of the room for text to the foot of the last slab. */
  foot: number
  reached: Reached
  /** Whether some of its space was given up. */
  drawnTogether: boolean
}

export interface ToSet {
  slabs: Slab[]
  paper: Paper
  notes: FootNotes | undefined
}

export const beginning: Reached = { at: 0, ahead: [], below: [], known: new Set() }

/**
 * Sets slabs one below another until the page is full: what belongs together stays together, and nothing is cut off.
 * @returns where the page may end, the fullest last; nothing where nothing is left
 */
export function endsOfPage(all: ToSet, from: Reached): End[] {
  const { paper, notes } = all
  const ends: End[] = []
  let page: Page = []
  let foot = 0
  let reached = from
  let isClosed = false
  const place = (slab: Slab, gap: number, again: number, after: Reached, drawnTogether = false) => {
    page = [...page, { slab, y: paper.top + foot + gap + again, again: again > 0 }]
    foot += gap + again + slab.height
    reached = withNotesOf(slab, after, notes)
    ends.push({ page, foot, reached, drawnTogether })
  }
  while (!isClosed) {
    const slab = slabAfter(all, reached, 0)
    if (!slab) break
    const below = heightBelow(reached, notes)
    if (slab.beginsPage && page.length > 0 && heightOfRest(all, reached, page) > paper.room - foot - below(0)) break
    const gap = gapAbove(slab, page)
    const again = page.length === 0 ? (slab.again?.height ?? 0) : 0
    const room = paper.room - foot - gap - again - below(notes?.heightOf(slab, reached.known) ?? 0)
    const together = togetherFrom(all, reached)
    if (together <= room || (page.length === 0 && slab.height <= room)) {
      place(slab, gap, again, after(reached))
      continue
    }
    const lacking = together - room + 0.01
    const ownGap = Math.min(lacking, gap >= WIDE ? gap * GIVES : 0)
    const closer = ends.at(-1)?.drawnTogether ? undefined : drawnTogether(page, lacking - ownGap)
    if (closer) {
      page = closer
      foot -= lacking - ownGap
      place(slab, gap - ownGap, again, after(reached), true)
      continue
    }
    const lower = slab.lower && slab.height > room && slab.lower.least <= room ? slab.lower.to(room) : undefined
    if (lower) {
      reached = inPlaceOf(reached, [lower])
      continue
    }
    const parts = slab.height > paper.room * HIGH ? slab.part?.(room) : undefined
    if (parts) {
      reached = inPlaceOf(reached, parts)
      continue
    }
    // What is higher than a page stands on one of its own.
    if (page.length === 0) place(slab, 0, again, after(reached))
    isClosed = true
  }
  // What must stay with what follows is never the last, unless both are more than a page.
  return ends.filter(({ page: ended }, at) => at === ends.length - 1 || !ended.at(-1)!.slab.keepWithNext)
}

/** What comes after, so many slabs on. */
export function slabAfter({ slabs }: ToSet, { at, ahead }: Reached, distance: number): Slab | undefined {
  return distance < ahead.length ? ahead[distance] : slabs[at + distance - ahead.length]
}

function after(reached: Reached): Reached {
  return reached.ahead.length > 0 ? { ...reached, ahead: reached.ahead.slice(1) } : { ...reached, at: reached.at + 1 }
}

function inPlaceOf(reached: Reached, slabs: Slab[]): Reached {
  const rest = after(reached)
  return { ...rest, ahead: [...slabs, ...rest.ahead] }
}

function withNotesOf(slab: Slab, reached: Reached, notes: FootNotes | undefined): Reached {
  if (!notes || !slab.notes?.length) return reached
  const below = [...reached.below, ...notes.of(slab, reached.known)]
  return { ...reached, below, known: new Set([...reached.known, ...slab.notes]) }
}

function heightBelow({ below }: Reached, notes: FootNotes | undefined): (more: number) => number {
  const own = below.reduce((sum, slab) => sum + slab.height + slab.after, 0)
  return more => (own + more > 0 ? own + more + notes!.rule.height : 0)
}

/** The same page with so much taken out of its wider spaces, each its part of it; undefined where that is too much. */
function drawnTogether(page: Page, by: number): Page | undefined {
  const gaps = page.map(({ slab, y, again }, at) => {
    const above = page[at - 1]
    return above ? y - (again ? (slab.again?.height ?? 0) : 0) - above.y - above.slab.height : 0
  })
  const wide = gaps.map(gap => (gap >= WIDE ? gap : 0))
  const all = wide.reduce((sum, gap) => sum + gap, 0)
  if (by > all * GIVES) return undefined
  let up = 0
  return page.map((placed, at) => {
    up += all > 0 ? (wide[at]! / all) * by : 0
    return { ...placed, y: placed.y - up }
  })
}

function gapAbove(slab: Slab, page: Page): number {
  const above = page.at(-1)?.slab
  return above ? Math.max(above.after, slab.before) : 0
}

/** The height of all that is still to come: where that fits, what begins a page may stand beneath what is there. */
function heightOfRest(all: ToSet, reached: Reached, page: Page): number {
  let above = page.at(-1)?.slab.after ?? 0
  let height = 0
  for (let distance = 0; ; distance++) {
    const slab = slabAfter(all, reached, distance)
    if (!slab) return height
    height += Math.max(above, slab.before) + slab.height
    above = slab.after
  }
}

/** The height of a slab and of all that must stay with it, or as much of that as can be asked of one page. */
function togetherFrom(all: ToSet, reached: Reached): number {
  const { room } = all.paper
  let height = 0
  for (let distance = 0; ; distance++) {
    const slab = slabAfter(all, reached, distance)!
    const next = slabAfter(all, reached, distance + 1)
    height += height > 0 ? leastHeight(slab, room) : slab.height
    if (!slab.keepWithNext || !next || height > room * 0.8) return height
    height += Math.max(slab.after, next.before) + (all.notes?.heightOf(next, reached.known) ?? 0)
  }
}

/** How much of a slab must stand on the page of what it follows. */
function leastHeight({ height, part, lower }: Slab, room: number): number {
  if (lower) return Math.min(height, lower.least)
  return part && height > room * HIGH ? Math.min(height, 90) : height
}
