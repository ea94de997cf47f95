import type { Block, Figure } from '../../documents/document.js'
import { captionOf, drawFigure, readyToDraw, type Ready } from './figures.js'
import { notesOn } from '../lettering/lines.js'
import { heightOf } from './paragraphs.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'

const GAP = 18
/** Shares of the width and of the height of a page that such a picture takes at most. */
const WIDEST = 0.4
const HIGHEST = 0.27
/** In points: the words under an upright picture need as much. */
const NARROWEST = 110
/** How much longer than the picture the words beside it may be, in points. */
const LONGER = 60

/** A picture that is to be small, or is seen large on the title page already. */
export function standsBeside({ beside, picture }: Figure, { cover, paper, width }: Setting): boolean {
  return (beside === true || picture.id === cover) && width > paper.fullWidth * 0.9
}

type SlabsOf = (blocks: Block[], setting: Setting) => Slab[]

/**
 * A small picture at the right, its caption beneath, and beside it as many of the blocks that follow as it is high: one slab, which
 * stands on one page.
 * @returns how many of the blocks stand in it
 */
export function besideSlabs(
  figure: Figure,
  following: Block[],
  setting: Setting,
  slabsOf: SlabsOf,
  order: 'picture first' | 'words first' = 'picture first',
): { slabs: Slab[]; blocks: number } {
  const { x, width, paper } = setting
  const widest = widestOf(figure, setting)
  const sized = readyToDraw(figure, setting, x, widest, paper.room * HIGHEST)
  const own = Math.min(widest, Math.max(sized.width, NARROWEST))
  const ready = { ...sized, x: x + width - own, width: own, caption: captionOf(figure, own) }
  const caption = heightOf(ready.caption)
  const high = ready.height + (caption ? caption + 6 : 0)
  const measure = Math.min(setting.measure, width - ready.width - GAP)
  const column = { ...setting, width: measure, measure }
  const all = thatFit(following, high + LONGER, blocks => heightOfAll(slabsOf(blocks, column)))
  const slabs = slabsOf(following.slice(0, all), column)
  // With nothing beside it, it begins where lines begin.
  const stands = all > 0 ? ready : sized
  return { slabs: [combined(stands, slabs, high, setting, order)], blocks: all }
}

/** What the title page shows large needs no more than the column beside the lines, and these stay as long as they are. */
function widestOf({ picture }: Figure, { cover, paper, width }: Setting): number {
  return picture.id === cover && paper.margin ? paper.margin.width : width * WIDEST
}

/**
 * The same where nothing that follows may stand beside it: the paragraph before it does, and is read first. Undefined where that
 * is none either.
 */
export function besideBefore(
  block: Block,
  figure: Block | undefined,
  following: Block | undefined,
  setting: Setting,
  slabsOf: SlabsOf,
): Slab[] | undefined {
  if (block.kind !== 'paragraph' || block.manner || figure?.kind !== 'figure') return undefined
  if (!standsBeside(figure, setting) || (following && mayStandBeside(following))) return undefined
  const { slabs, blocks } = besideSlabs(figure, [block], setting, slabsOf, 'words first')
  return blocks === 1 ? slabs : undefined
}

/** How many of the blocks, without parting any from what it leads to. */
function thatFit(blocks: Block[], highest: number, heightOfThese: (blocks: Block[]) => number): number {
  let fitting = 0
  for (let count = 1; count <= blocks.length && mayStandBeside(blocks[count - 1]!); count++) {
    const height = heightOfThese(blocks.slice(0, count))
    if (height > highest) break
    if (!leadsOn(blocks[count - 1]!)) fitting = count
  }
  return fitting
}

function mayStandBeside(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'list' || (block.kind === 'drawing' && block.width < 200)
}

function leadsOn(block: Block): boolean {
  return block.kind === 'paragraph' && (block.manner === 'claim' || block.manner === 'sure')
}

function heightOfAll(slabs: Slab[]): number {
  return placed(slabs).reduce((_, { slab, below }) => below + slab.height, 0)
}

function placed(slabs: Slab[]): { slab: Slab; below: number }[] {
  let below = 0
  return slabs.map((slab, at) => {
    if (at > 0) below += Math.max(slabs[at - 1]!.after, slab.before)
    const one = { slab, below }
    below += slab.height
    return one
  })
}

function combined(ready: Ready, column: Slab[], high: number, setting: Setting, order: string): Slab {
  const holds = placed(column)
  return {
    height: Math.max(high, heightOfAll(column)),
    before: 8,
    after: 14,
    frames: setting.frames,
    shows: [ready.figure.picture.id],
    // Notes are marked in the whole of it.
    holds: holds.map(({ slab, below }) => ({ below, slab: { ...slab, notes: [] } })),
    notes: [...notesOn(ready.caption), ...column.flatMap(({ notes }) => notes ?? [])],
    draw: (pen, y) => {
      const words = () => holds.forEach(({ slab, below }) => slab.draw(pen, y + below))
      if (order === 'words first') words()
      drawFigure(pen, setting, ready, y, ready.height)
      if (order === 'picture first') words()
    },
  }
}
