import type { FootNotes } from '../blocks/notes.js'
import type { Page, Slab } from '../blocks/slabs.js'
import type { Paper } from '../paper.js'

/**
 * Sets notes at the foot of a page.
 * @param foot how far down the page is filled
 * @returns the page, and the notes for which there is no room
 */
export function withNotesAtFoot(
  page: Page,
  foot: number,
  below: Slab[],
  paper: Paper,
  { rule }: FootNotes,
): { page: Page; left: Slab[] } {
  const room = paper.room - foot - rule.height - 8
  let fitting = 0
  let height = 0
  for (const slab of below) {
    if (height + slab.height > room && (page.length > 0 || fitting > 0)) break
    height += slab.height + slab.after
    fitting++
  }
  if (fitting === 0) return { page, left: below }
  let y = Math.max(paper.top + foot, paper.footOfText - height - rule.height)
  const placed = [rule, ...below.slice(0, fitting)].map(slab => {
    const one = { slab, y }
    y += slab.height + slab.after
    return one
  })
  return { page: [...page, ...placed], left: below.slice(fitting) }
}

/** Pages of notes alone, where the last of the text leaves no room for them. */
export function pagesOfNotes(notes: Slab[], paper: Paper, all: FootNotes): Page[] {
  const pages: Page[] = []
  for (let left = notes; left.length > 0;) {
    const next = withNotesAtFoot([], 0, left, paper, all)
    pages.push(next.page)
    left = next.left
  }
  return pages
}
