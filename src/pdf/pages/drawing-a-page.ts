import type { Page } from '../blocks/slabs.js'
import type { Pen } from '../pen.js'

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
