import type { FootNotes } from '../blocks/notes.js'
import type { Page, Slab } from '../blocks/slabs.js'
import type { Paper } from '../paper.js'
import { disturbance } from './ending.js'
import { beginning, type End, endsOfPage, slabAfter, type ToSet } from './filling.js'
import { pagesOfNotes, withNotesAtFoot } from './notes-at-foot.js'
import { OpenWays, type Way } from './ways.js'

/** A document of so few pages is drawn together by this share of its space, if that makes a page less. */
const SHORT = 3
const CLOSER = 0.7

/**
 * Slabs set on pages one below another. Of all the places where pages may end, those are chosen that together disturb a reader
 * least: a page gives up some lines where those after it are the better for it.
 *
 * @param notes stand at the foot of the page that marks them, or go on at the foot of the next
 */
export function pagesOf(slabs: Slab[], paper: Paper, notes?: FootNotes): Page[] {
  const usual = bestPages({ slabs, paper, notes })
  if (usual.length < 2 || usual.length > SHORT) return usual
  const closer = bestPages({ slabs: slabs.map(drawnCloser), paper, notes })
  return closer.length < usual.length ? closer : usual
}

function drawnCloser(slab: Slab): Slab {
  return { ...slab, before: slab.before * CLOSER, after: slab.after * CLOSER }
}

function bestPages(all: ToSet): Page[] {
  const last = bestWay(all)
  const pages: Page[] = []
  for (let way = last; way.before; way = way.before) pages.unshift(way.page)
  const { below } = last.reached
  return all.notes ? [...pages, ...pagesOfNotes(below, all.paper, all.notes)] : pages
}

/** From each place that is reached, on to every place where the page that begins there may end. */
function bestWay(all: ToSet): Way {
  const open = new OpenWays()
  open.add({ reached: beginning, page: [], before: undefined, disturbs: 0 })
  for (;;) {
    const way = open.takeLeastFar()
    if (slabAfter(all, way.reached, 0) === undefined) return way
    for (const end of endsOfPage(all, way.reached)) open.add(onFrom(way, end, all))
  }
}

function onFrom(before: Way, end: End, all: ToSet): Way {
  const { paper, notes } = all
  const { below } = end.reached
  const disturbs = before.disturbs + disturbance(all, end)
  if (!notes || below.length === 0) return { reached: end.reached, page: end.page, before, disturbs }
  const { page, left } = withNotesAtFoot(end.page, end.foot, below, paper, notes)
  return { reached: { ...end.reached, below: left }, page, before, disturbs }
}
