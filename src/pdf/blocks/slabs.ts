import type { HeadingEntry } from '../../documents/headings.js'
import type { Pen } from '../pen.js'
import type { OpenImage } from '../file/inside-pdfkit.js'
import type { Line } from '../lettering/lines.js'

/** A strip of the page that is drawn in one go. Heights are points. */
export interface Slab {
  height: number
  /** The space that must be left above and below, unless it begins or ends a page; between two slabs the larger holds. */
  before: number
  after: number
  /** It may not be the last on its page. */
  keepWithNext?: boolean
  /** It is the first on its page. */
  beginsPage?: boolean
  draw(pen: Pen, y: number): void
  /** From its top to the foot of the letters of its first line, where it begins with one. */
  baseline?: number | undefined
  /** Given where it begins a heading. */
  heading?: HeadingEntry
  /** Given where links lead to it, though it is no heading: the id by which they know it. */
  place?: string
  /** It keeps to the lines that are read, so that the column beside them is free. */
  narrow?: boolean
  /** The pictures in it, by their ids. */
  shows?: string[]
  /** What stands in the column beside it, where that has room. */
  asides?: Aside[]
  /** Slabs that stand in it, each so far below its top, where what they begin is to be found. */
  holds?: { slab: Slab; below: number }[]
  /** The bars and grounds it stands on, the outermost first. */
  frames: Frame[]
  /** What is drawn again, as decoration, above a slab that begins a page: the head of a table. */
  again?: { height: number; draw(pen: Pen, y: number): void }
  /** Given where it is a row of a table's body: which, and of what. */
  row?: { table: { rows: number; height: number }; at: number }
  /** The notes that are first marked in it, by number: they stand at the foot of the same page. */
  notes?: number[]
  /** A picture may stand somewhat lower, so that no hole is left where it would be too high: how low, and itself at a height. */
  lower?: { least: number; to(height: number): Slab }
  /** Parts it so that the first part fits the room; undefined where nothing of it would. */
  part?(room: number): [Slab, Slab] | undefined
}

/** Something beside a line: the number of a piece with its title, or how sure a group is of the claim that stands there. */
export interface Aside {
  /** What it tells of: once on a page is enough. */
  of: string
  /** How far below the top of its slab its line begins. */
  below: number
  lines: Line[]
  dots?: number
  /** The piece itself, small, where it is a picture that the document shows elsewhere. */
  picture?: { id: string; image: OpenImage; width: number; height: number }
}

/** A bar or ground behind all slabs that stand on it, on each page from the first of them to the last. */
export interface Frame {
  draw(pen: Pen, top: number, bottom: number): void
}

export interface Placed {
  slab: Slab
  y: number
  again?: boolean
}

export type Page = Placed[]

/** What stands on a page, and what stands in it. */
export function everythingOn(page: Page): Placed[] {
  return page.flatMap(placed => [
    placed,
    ...(placed.slab.holds ?? []).map(({ slab, below }) => ({ slab, y: placed.y + below })),
  ])
}
