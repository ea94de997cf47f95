import type { Block, Document } from '../../documents/document.js'
import { slabsOf } from '../blocks/blocks.js'
import { fillingSlab } from '../blocks/figures.js'
import type { Column, Row, Sheets } from '../form.js'
import { colours, paperOf, type Paper } from '../paper.js'
import type { Setting } from '../setting.js'
import { ofSize } from '../type.js'
import { bandOf, coverOf, UNDER_BAND } from './sheet-titles.js'
import type { Frame, Page, Slab } from '../blocks/slabs.js'

/** One page with the paper it is drawn on. */
export interface Sheet {
  page: Page
  paper: Paper
}

interface Laid {
  page: Page
  /** How much of the page is left over; less than nothing where it does not fit. */
  left: number
}

const GAP = { columns: 26, rows: 20 }
const INSIDE = 14
const STEPS = 7
const PICTURES = [1, 1.25, 1.5, 1.8, 2.2, 2.7]
/** The share of a page that a chart may take where a picture fills what is left. */
const BESIDE_BLEEDING = 0.17
/** Where the smallest type leaves too little, shares of what pictures should be given. */
const LESS = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4]
/** What is left over is given to the gaps between parts, at most so much to each. */
const MOST_AIR = 20

/**
 * Pages that hold exactly what they are given: the largest type in which everything fits, then the largest pictures.
 * @param said the document; its blocks are shared out over pages, rows and columns in their order
 */
export function sheetsOf(said: Document, sheets: Sheets, sheet: Paper, setting: Setting): Sheet[] {
  const starts = startsOf(sheets.pages)
  const layOut = (at: number, magnified: number, highest: number) => {
    const paper = paperAt(sheet, magnified, sheets)
    const own = settingOn(paper, sheets, setting)
    const bleeds = sheets.pages[at]!.some(row => row.bleeds)
    const pictured = { ...own, highest: { picture: highest, chart: bleeds ? BESIDE_BLEEDING : highest * 1.1 } }
    return pageOf(said, sheets, at, said.parts.slice(starts[at], starts[at + 1]), pictured)
  }
  const least = sheets.pages.map((_, at) => {
    const fits = (share: number) => layOut(at, sheets.smallest, share * sheets.pictures).left >= 0
    return (LESS.find(fits) ?? LESS.at(-1)!) * sheets.pictures
  })
  const sizes = sheets.pages.map((_, at) => largestThatFits(sheets, size => layOut(at, size, least[at]!).left >= 0))
  const alike = sheets.alike ? Math.min(...sizes) : undefined
  const cover = sheets.title === 'cover' ? [coverSheet(said, sheets, sheet, setting)] : []
  return [
    ...cover,
    ...sizes.map((size, at) => {
      const magnified = alike ?? size
      const shares = PICTURES.map(times => layOut(at, magnified, Math.min(0.85, times * least[at]!)))
      const laid = shares.findLast(one => one.left >= 0) ?? shares[0]!
      return { page: laid.page, paper: paperAt(sheet, magnified, sheets) }
    }),
  ]
}

/** At which block each page begins; what is left at the end goes onto the last page. */
function startsOf(pages: Row[][]): (number | undefined)[] {
  const counts = pages.map(rows => rows.flatMap(row => row.columns).reduce((sum, { blocks }) => sum + blocks, 0))
  const starts = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0))
  return [...starts, undefined]
}

/** What is set on a sheet has its sizes of type, and labels that are read from where the sheet is read. */
function settingOn(paper: Paper, { sizes, labels }: Sheets, setting: Setting): Setting {
  return {
    ...setting,
    ...{ paper, x: paper.left, width: paper.fullWidth, measure: paper.fullWidth },
    ...(sizes && { sizes, type: ofSize(setting.type, sizes) }),
    ...(labels && { labels: labels / paper.magnified }),
  }
}

function paperAt(sheet: Paper, magnified: number, { margin, bottom = margin + 14 }: Sheets): Paper {
  const [width, height] = [sheet.width / magnified, sheet.height / magnified]
  return paperOf({ width, height, left: margin, right: margin, top: margin, bottom, magnified })
}

/** The question alone, in the largest type with which all of the title stands on the sheet. */
function coverSheet(said: Document, sheets: Sheets, sheet: Paper, setting: Setting): Sheet {
  const paper = paperAt(sheet, sheets.largest, sheets)
  const own = settingOn(paper, sheets, setting)
  const lines = Array.from({ length: sheets.titleLines }, (_, at) => sheets.titleLines - at)
  const covers = lines.map(titleLines => coverOf(said, { ...sheets, titleLines }, own))
  const fitting = covers.find(page => page.at(-1)!.y + page.at(-1)!.slab.height <= paper.height - sheets.margin / 2)
  return fitting ? { page: fitting, paper } : smallerCover(said, sheets, sheet, setting)
}

function smallerCover(said: Document, sheets: Sheets, sheet: Paper, setting: Setting): Sheet {
  const cover = (size: number) => {
    const paper = paperAt(sheet, size, sheets)
    const own = settingOn(paper, sheets, setting)
    return { page: coverOf(said, sheets, own), paper }
  }
  const fits = (size: number) => {
    const { page, paper } = cover(size)
    const last = page.at(-1)!
    return last.y + last.slab.height <= paper.footOfText
  }
  return cover(largestThatFits(sheets, fits))
}

function largestThatFits({ largest, smallest }: Sheets, fits: (size: number) => boolean): number {
  if (fits(largest)) return largest
  let [low, high] = [smallest, largest]
  while (!fits(low) && low > smallest / 4) [low, high] = [low * 0.85, low]
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

function pageOf(said: Document, sheets: Sheets, at: number, blocks: Block[], setting: Setting): Laid {
  const { paper } = setting
  const band = at === 0 && sheets.title === 'band' ? bandOf(said, sheets, setting) : { page: [], foot: paper.top }
  const rows = rowsOf(sheets.pages[at]!, blocks, setting)
  const heights = rows.map(row => row.height)
  const gap = sheets.gap ?? GAP.rows
  const gaps = Math.max(0, rows.length - 1) * gap
  const left = paper.footOfText - band.foot - gaps - heights.reduce((sum, height) => sum + height, 0)
  const air = Math.max(0, Math.min(left / Math.max(1, rows.length), MOST_AIR))
  let y = band.foot
  const mark = sheets.title === 'cover' ? [{ slab: markSlab(setting), y: paper.top - 16 }] : []
  const bleeds = rows.some(row => row.bleeds)
  const page = rows.flatMap(row => {
    // It takes what is left over, and no air stands between it and the band above.
    const above = row.bleeds && y === band.foot ? UNDER_BAND : 0
    const height = row.height + (row.bleeds ? Math.max(0, left) + above : 0)
    const top = row.atFoot ? paper.footOfText - row.height : y - above
    y = top + height + gap + (bleeds ? 0 : air)
    return row.place(top, height)
  })
  return { page: [...mark, ...band.page, ...page], left }
}

/** A short bar above the title of each page that follows a cover. */
function markSlab({ x }: Setting): Slab {
  const draw: Slab['draw'] = (pen, y) => pen.decorate(() => pen.box(x, y, 48, 3.5, colours.teal))
  return { height: 3.5, before: 0, after: 0, frames: [], draw }
}

interface LaidRow {
  height: number
  atFoot: boolean
  bleeds: boolean
  place(top: number, height: number): Page
}

function rowsOf(rows: Row[], blocks: Block[], setting: Setting): LaidRow[] {
  let from = 0
  return rows.map(row => {
    const shares = row.columns.reduce((sum, { share }) => sum + share, 0)
    const inset = row.ground ? INSIDE : 0
    const room = setting.width - 2 * inset - GAP.columns * (row.columns.length - 1)
    const box = { top: 0, height: 0 }
    const ground: Frame = {
      draw: pen => pen.box(setting.x, box.top, setting.width, box.height, colours.tealPale),
    }
    const frames = row.ground ? [ground] : []
    if (row.bleeds) return bleedingRow(blocks[(from += 1) - 1]!, setting)
    let x = setting.x + inset
    const columns = row.columns.map(column => {
      const own = blocks.slice(from, (from += column.blocks))
      const width = (room * column.share) / shares
      const laid = columnOf(own, column, { ...setting, x, width, measure: width, frames })
      x += width + GAP.columns
      return laid
    })
    return {
      height: Math.max(0, ...columns.map(({ height }) => height)) + 2 * inset,
      atFoot: row.atFoot === true,
      bleeds: false,
      place: (top, height) => {
        Object.assign(box, { top, height })
        return columns.flatMap(column => column.place(top + inset, height - 2 * inset))
      },
    }
  })
}

/** One picture from edge to edge, cut to its place. */
function bleedingRow(block: Block, setting: Setting): LaidRow {
  const { paper } = setting
  return {
    height: paper.height * (setting.highest?.picture ?? 0.5),
    ...{ atFoot: false, bleeds: true },
    place: (top, height) =>
      block.kind === 'figure'
        ? [{ slab: fillingSlab(block, setting, { x: 0, width: paper.width, height }), y: top }]
        : [],
  }
}

function columnOf(blocks: Block[], { ground }: Column, setting: Setting) {
  const inset = ground ? INSIDE : 0
  const box = { top: 0, height: 0 }
  const frame: Frame = {
    draw: pen => pen.box(setting.x, box.top, setting.width, box.height, colours.shade),
  }
  const width = setting.width - 2 * inset
  const inner = {
    ...setting,
    x: setting.x + inset,
    width,
    measure: width,
    frames: [...setting.frames, ...(ground ? [frame] : [])],
  }
  const slabs = slabsOf(blocks, inner)
  const gaps = slabs.map((slab, at) => (at === 0 ? 0 : Math.max(slabs[at - 1]!.after, slab.before)))
  const height = slabs.reduce((sum, slab, at) => sum + gaps[at]! + slab.height, 2 * inset)
  return {
    height,
    place: (top: number, whole: number): Page => {
      Object.assign(box, { top, height: ground ? whole : 0 })
      return stacked(slabs, airy(slabs, gaps, whole - height), top + inset)
    },
  }
}

/** A column that is shorter than its neighbours spreads its parts a little. */
function airy(slabs: Slab[], gaps: number[], left: number): number[] {
  const wide = gaps.map((gap, at) => gap >= 10 && at > 0 && !slabs[at - 1]!.keepWithNext)
  const air = Math.max(0, Math.min(left / Math.max(1, wide.filter(Boolean).length), MOST_AIR))
  return gaps.map((gap, at) => (wide[at] ? gap + air : gap))
}

function stacked(slabs: Slab[], gaps: number[], top: number): Page {
  let y = top
  return slabs.map((slab, at) => {
    y += gaps[at]!
    const placed = { slab, y }
    y += slab.height
    return placed
  })
}
