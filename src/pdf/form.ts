import { a4, type Paper } from './paper.js'

/** How a document comes onto paper. Plain JSON, since it is handed to the thread that draws. */
export interface Form {
  paper: Paper
  /** Whether the question has a page of its own, or stands above the text on the first one. */
  titlePage: boolean
  /** Whether each page says its edition and number at its foot. */
  foot: boolean
  /** Whether its words are set as small as is still read with ease, so that all of it stands on one sheet. */
  small?: true
  /** Whether two pages stand side by side on each sheet, in the order in which printed sheets are folded into one booklet. */
  folded?: true
  /** Whether it fills whole sheets that are folded once, four pages each: what is left over is lined, for notes. */
  wholeSheets?: true
  /** Given where every page is laid out for itself and holds exactly what it is given: a poster, slides, two pages. */
  sheets?: Sheets
}

export interface Sheets {
  /** The question stands in a band across the first page, or fills a page of its own. */
  title: 'band' | 'cover'
  /** How many lines the question may take. */
  titleLines: number
  /** The largest type of the question, at the usual size, where it is to leave room for something else. */
  titleSize?: number
  /** What is left free between rows, in points at the usual size, where it is to be less than usual. */
  gap?: number
  /** How many times larger than its usual size type may become, and how small it may get so that everything fits. */
  largest: number
  smallest: number
  /** The only sizes of type, at its usual size, where every page is set in the same few. */
  sizes?: number[]
  /** How large the smallest labels of charts come out at least, in points on the sheet. */
  labels?: number
  /** Whether all pages are set in type of one size. */
  alike: boolean
  /**
   * The share of a page's height that a picture is given at least, before type is made larger; where even the smallest type
   * leaves less, the picture gives way before the type does.
   */
  pictures: number
  /** Around the text, in points at the usual size of type. */
  margin: number
  /** Below it, where no foot stands there. */
  bottom?: number
  pages: Row[][]
}

/** Columns side by side. Rows stand one below another. */
export interface Row {
  columns: Column[]
  ground?: 'pale'
  /** It stands on the foot of its page. */
  atFoot?: true
  /** It holds one picture, which fills all that the other rows leave of the page, from edge to edge. */
  bleeds?: true
}

/** So many blocks of the document, following on from those of the column before. */
export interface Column {
  blocks: number
  /** Its part of the width, beside those of its neighbours. */
  share: number
  ground?: 'shade'
}

/** A write-up to be punched and filed: A4, with a title page and a foot. */
export const filed: Form = { paper: a4, titlePage: true, foot: true }

/** A few pages to be read at once: the title stands above the text. */
export const asLetter: Form = { ...filed, titlePage: false }
