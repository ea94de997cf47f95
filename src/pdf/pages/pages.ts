import { heightOfSlabs, type FootNotes } from '../blocks/notes.js'
import type { Paper } from '../paper.js'
import type { Pen } from '../pen.js'
import type { Page, Slab } from '../blocks/slabs.js'

/** A slab is parted only when it is higher than this share of a page: shorter ones move to the next page. */
const HIGH = 0.4

/** A page that would be left emptier than this by a little too much first gives up some of its own space. */
const HOLE = 0.15
/** The space that may give way, in points, and how much of it. */
const WIDE = 12
const GIVES = 0.4

/**
 * Slabs set on pages one below another: what belongs together stays together, and nothing is cut off.
 *
 * @param notes stand at the foot of the page that marks them, or go on at the foot of the next
 * @param shareOf how much of each page may be used, by its place
 */
export function pagesOf(
  slabs: Slab[],
  paper: Paper,
  notes?: FootNotes,
  shareOf: (page: number) => number = () => 1,
): Page[] {
  const pages: Page[] = []
  const waiting = [...slabs].reverse()
  let page: Page = []
  let foot = 0
  let below: Slab[] = []
  const heightBelow = (more: number) => {
    const height = heightOfSlabs(below) + more
    return height > 0 ? height + notes!.rule.height : 0
  }
  const turn = () => {
    const left = notes && below.length ? placeBelow(page, below, foot, paper, notes) : []
    if (page.length) pages.push(page)
    page = []
    foot = 0
    below = left
  }
  const place = (slab: Slab, gap: number, again: number) => {
    page.push({ slab, y: paper.top + foot + gap + again, again: again > 0 })
    foot += gap + again + slab.height
    if (notes) below.push(...notes.take(slab))
  }
  while (waiting.length) {
    const usable = paper.room * shareOf(pages.length)
    const slab = waiting.at(-1)!
    if (slab.beginsPage && page.length > 0 && heightOfRest(waiting, page) > usable - foot - heightBelow(0)) turn()
    const gap = gapAbove(slab, page)
    const again = page.length === 0 ? (slab.again?.height ?? 0) : 0
    const room = usable - foot - gap - again - heightBelow(notes?.heightOf(slab) ?? 0)
    const together = togetherFrom(waiting, paper, notes)
    if (together <= room || (page.length === 0 && slab.height <= room)) {
      waiting.pop()
      place(slab, gap, again)
      continue
    }
    const lacking = together - room + 0.01
    const ownGap = Math.min(lacking, gap >= WIDE ? gap * GIVES : 0)
    if (room > paper.room * HOLE && drawnTogether(page, lacking - ownGap)) {
      foot -= lacking - ownGap
      waiting.pop()
      place(slab, gap - ownGap, again)
      continue
    }
    const lower = slab.lower && slab.height > room && slab.lower.least <= room ? slab.lower.to(room) : undefined
    if (lower) {
      waiting.splice(-1, 1, lower)
      continue
    }
    const parts = slab.height > paper.room * HIGH ? slab.part?.(room) : undefined
    if (parts) {
      waiting.splice(-1, 1, parts[1], parts[0])
      continue
    }
    if (page.length > 0) turn()
    else {
      waiting.pop()
      place(slab, 0, again)
      turn()
    }
  }
  do turn()
  while (below.length)
  return pages
}

/** Takes so much out of the wider spaces of a page, each its part of it; where that is too much, nothing. */
function drawnTogether(page: Page, by: number): boolean {
  const gaps = page.map(({ slab, y, again }, at) => {
    const above = page[at - 1]
    return above ? y - (again ? (slab.again?.height ?? 0) : 0) - above.y - above.slab.height : 0
  })
  const wide = gaps.map(gap => (gap >= WIDE ? gap : 0))
  const all = wide.reduce((sum, gap) => sum + gap, 0)
  if (by > all * GIVES) return false
  let up = 0
  page.forEach((placed, at) => {
    up += (wide[at]! / all) * by
    placed.y -= up
  })
  return true
}

/** A last page that holds less than this share of what it could looks as if something were missing. */
const FULL_ENOUGH = 0.4

/** A document of so few pages is drawn together by this share of its space, if that makes a page less. */
const SHORT = 3
const CLOSER = 0.7

function drawnCloser(slab: Slab): Slab {
  return { ...slab, before: slab.before * CLOSER, after: slab.after * CLOSER }
}

/**
 * The same, and where the last page would hold a few lines alone, a few pages before it hold a little less each.
 *
 * @param newNotes the notes anew for each try, since they are placed as the pages are
 */
export function evenPagesOf(slabs: Slab[], paper: Paper, newNotes?: () => FootNotes): Page[] {
  const usual = pagesOf(slabs, paper, newNotes?.())
  if (usual.length < 2 || areFullEnough(usual.slice(-1), paper)) return usual
  const closer = usual.length <= SHORT ? pagesOf(slabs.map(drawnCloser), paper, newNotes?.()) : usual
  if (closer.length < usual.length) return closer
  for (const few of [2, 3, 4, 6]) {
    const from = Math.max(0, usual.length - few)
    for (const share of [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]) {
      const even = pagesOf(slabs, paper, newNotes?.(), page => (page < from ? 1 : share))
      if (even.length > usual.length) break
      if (areFullEnough(even.slice(from), paper)) return even
    }
  }
  return usual
}

function areFullEnough(pages: Page[], paper: Paper): boolean {
  return pages.every(page => {
    const foot = Math.max(...page.map(({ slab, y }) => y + slab.height))
    return foot - paper.top >= paper.room * FULL_ENOUGH
  })
}

/** Sets notes at the foot of a page; gives back those for which there is no room. */
function placeBelow(page: Page, below: Slab[], foot: number, paper: Paper, { rule }: FootNotes): Slab[] {
  const room = paper.room - foot - rule.height - 8
  let fitting = 0
  let height = 0
  for (const slab of below) {
    if (height + slab.height > room && (page.length > 0 || fitting > 0)) break
    height += slab.height + slab.after
    fitting++
  }
  if (fitting > 0) {
    let y = Math.max(paper.top + foot, paper.footOfText - height - rule.height)
    for (const slab of [rule, ...below.slice(0, fitting)]) {
      page.push({ slab, y })
      y += slab.height + slab.after
    }
  }
  return below.slice(fitting)
}

function gapAbove(slab: Slab, page: Page): number {
  const above = page.at(-1)?.slab
  return above ? Math.max(above.after, slab.before) : 0
}

/** The height of all that is still to come: where that fits, what begins a page may stand beneath what is there. */
function heightOfRest(waiting: Slab[], page: Page): number {
  let above = page.at(-1)?.slab.after ?? 0
  let height = 0
  for (let at = waiting.length - 1; at >= 0; at--) {
    const slab = waiting[at]!
    height += Math.max(above, slab.before) + slab.height
    above = slab.after
  }
  return height
}

/** The height of a slab and of all that must stay with it, or as much of that as can be asked of one page. */
function togetherFrom(waiting: Slab[], { room }: Paper, notes: FootNotes | undefined): number {
  let height = 0
  for (let at = waiting.length - 1; at >= 0; at--) {
    const slab = waiting[at]!
    const next = waiting[at - 1]
    height += height > 0 ? leastHeight(slab, room) : slab.height
    if (!slab.keepWithNext || !next || height > room * 0.8) break
    height += Math.max(slab.after, next.before) + (notes?.heightOf(next) ?? 0)
  }
  return height
}

/** How much of a slab must stand on the page of what it follows. */
function leastHeight({ height, part, lower }: Slab, room: number): number {
  if (lower) return Math.min(height, lower.least)
  return part && height > room * HIGH ? Math.min(height, 90) : height
}

/** Draws one page: the grounds behind, then each slab in reading order. */
export function drawPage(pen: Pen, page: Page): void {
  drawFrames(pen, page)
  for (const { slab, y, again } of page) {
    if (again && slab.again) {
      const { again: head } = slab
      pen.decorate(() => head.draw(pen, y - head.height), 'Pagination')
    }
    slab.draw(pen, y)
  }
}

function drawFrames(pen: Pen, page: Page): void {
  const frames = new Set(page.flatMap(({ slab }) => slab.frames))
  for (const frame of frames) {
    const on = page.filter(({ slab }) => slab.frames.includes(frame))
    const top = on[0]!.y
    const last = on.at(-1)!
    pen.decorate(() => frame.draw(pen, top, last.y + last.slab.height))
  }
}
