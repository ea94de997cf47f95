import { heightOfSlabs, type FootNotes } from '../blocks/notes.js'
import type { Paper } from '../paper.js'
import type { Pen } from '../pen.js'
import type { Page, Slab } from '../blocks/slabs.js'

/** A slab is parted only when it is higher than this share of a page: shorter ones move to the next page. */
const HIGH = 0.4

/**
 * Slabs set on pages one below another: what belongs together stays together, and nothing is cut off.
 *
 * @param notes stand at the foot of the page that marks them, or go on at the foot of the next
 */
export function pagesOf(slabs: Slab[], paper: Paper, notes?: FootNotes): Page[] {
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
    const slab = waiting.at(-1)!
    if (slab.beginsPage && page.length > 0) turn()
    const gap = gapAbove(slab, page)
    const again = page.length === 0 ? (slab.again?.height ?? 0) : 0
    const room = paper.room - foot - gap - again - heightBelow(notes?.heightOf(slab) ?? 0)
    if (togetherFrom(waiting, paper, notes) <= room || (page.length === 0 && slab.height <= room)) {
      waiting.pop()
      place(slab, gap, again)
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

/** A last page that holds less than this share of what it could looks as if something were missing. */
const FULL_ENOUGH = 0.4

/**
 * The same, and where the last page would hold a few lines alone, the pages before it hold a little less each.
 *
 * @param newNotes the notes anew for each try, since they are placed as the pages are
 */
export function evenPagesOf(slabs: Slab[], paper: Paper, newNotes?: () => FootNotes): Page[] {
  const usual = pagesOf(slabs, paper, newNotes?.())
  if (usual.length < 2 || isFullEnough(usual, paper)) return usual
  for (const share of [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]) {
    const even = pagesOf(slabs, { ...paper, room: paper.room * share }, newNotes?.())
    if (even.length > usual.length) break
    if (isFullEnough(even, paper)) return even
  }
  return usual
}

function isFullEnough(pages: Page[], paper: Paper): boolean {
  const foot = Math.max(...pages.at(-1)!.map(({ slab, y }) => y + slab.height))
  return foot - paper.top >= paper.room * FULL_ENOUGH
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

/** The height of a slab and of all that must stay with it, or as much of that as can be asked of one page. */
function togetherFrom(waiting: Slab[], { room }: Paper, notes: FootNotes | undefined): number {
  let height = 0
  for (let at = waiting.length - 1; at >= 0; at--) {
    const slab = waiting[at]!
    const next = waiting[at - 1]
    height += slab.part && slab.height > room * HIGH && height > 0 ? Math.min(slab.height, 90) : slab.height
    if (!slab.keepWithNext || !next || height > room * 0.8) break
    height += Math.max(slab.after, next.before) + (notes?.heightOf(next) ?? 0)
  }
  return height
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
