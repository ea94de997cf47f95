import type { Paper } from './paper.js'
import type { Pen } from './pen.js'
import type { Page, Slab } from './slabs.js'

/** A slab is parted only when it is higher than this share of a page: shorter ones move to the next page. */
const HIGH = 0.4

/** Slabs set on pages one below another: what belongs together stays together, and nothing is cut off. */
export function pagesOf(slabs: Slab[], paper: Paper): Page[] {
  const pages: Page[] = []
  const waiting = [...slabs].reverse()
  let page: Page = []
  let foot = 0
  const turn = () => {
    if (page.length) pages.push(page)
    page = []
    foot = 0
  }
  while (waiting.length) {
    const slab = waiting.at(-1)!
    const gap = gapAbove(slab, page)
    const again = page.length === 0 ? (slab.again?.height ?? 0) : 0
    const room = paper.room - foot - gap - again
    if (togetherFrom(waiting, paper) <= room || (page.length === 0 && slab.height <= room)) {
      waiting.pop()
      page.push({ slab, y: paper.top + foot + gap + again, again: again > 0 })
      foot += gap + again + slab.height
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
      page.push({ slab, y: paper.top + again, again: again > 0 })
      turn()
    }
  }
  turn()
  return pages
}

function gapAbove(slab: Slab, page: Page): number {
  const above = page.at(-1)?.slab
  return above ? Math.max(above.after, slab.before) : 0
}

/** The height of a slab and of all that must stay with it, or as much of that as can be asked of one page. */
function togetherFrom(waiting: Slab[], { room }: Paper): number {
  let height = 0
  for (let at = waiting.length - 1; at >= 0; at--) {
    const slab = waiting[at]!
    const next = waiting[at - 1]
    height += slab.part && slab.height > room * HIGH && height > 0 ? Math.min(slab.height, 90) : slab.height
    if (!slab.keepWithNext || !next || height > room * 0.8) break
    height += Math.max(slab.after, next.before)
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
