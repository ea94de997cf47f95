/**
 * What can be drawn, said in our own words: never a drawing program's. Whoever makes a chart has already kept small numbers
 * out of it (src/instruments/small-numbers/small-numbers.ts); a chart only says that something is held back. Schools stand in the order
 * in which they are given, which is the alphabet's: nothing here sorts by value.
 */
export type Chart = RunChart | BeforeAfterChart | GridChart | TogetherChart | TimelineChart

/** One measure at one place, over time, with its median. */
export interface RunChart {
  kind: 'run'
  title: string
  measure: string
  /** In the order of time. */
  points: RunPoint[]
  median: number | null
  /** Where the median was taken from the first points only, the day of the first and of the last of them. */
  baseline?: { from: string; to: string }
  /** Days on which something began, such as an action. */
  moments?: { on: string; label: string }[]
  /** What the run rules notice, each in a sentence. */
  noticed?: string[]
}

export interface RunPoint {
  /** An ISO day. */
  on: string
  /** null where it is held back. */
  value: number | null
  /** One of the points that a run rule is about. */
  noticed?: boolean
  /** Why there is no value: `fewer than 5 pupils`. */
  heldBack?: string
}

/** Two readings of one measure in each school, joined by a line. */
export interface BeforeAfterChart {
  kind: 'before-after'
  title: string
  measure: string
  before: string
  after: string
  schools: {
    school: string
    /** It is measured beside for comparison. */
    takesNoPart?: true
    before: number | null
    after: number | null
    heldBack?: string
  }[]
}

/** Counts by two things, each a bar with its number: evidence by kind and school, recommendations by state of adoption. */
export interface GridChart {
  kind: 'grid'
  title: string
  /** What the rows are: `kind`. */
  of: string
  rows: string[]
  columns: string[]
  /** A row of numbers for each of `rows`; null where it is held back. */
  cells: (number | null)[][]
  /** What it shows, as a person would say it: whoever counts says what was counted. Held-back numbers are told besides. */
  sentence: string
}

/** How often things occur together: a table whose cells are the darker the more there is, each with its number. */
export interface TogetherChart extends Omit<GridChart, 'kind'> {
  kind: 'together'
}

/** When an enquiry was in which stage; a stage that it came back to has two bars. */
export interface TimelineChart {
  kind: 'timeline'
  title: string
  rows: string[]
  bars: { row: string; from: string; to: string; stage?: string; note?: string }[]
}

/** The numbers behind a chart; the first cell of each row names the row. */
export interface ChartTable {
  head: string[]
  rows: string[][]
}

export interface Described {
  title: string
  /** What the chart shows, in plain words: its alternative text. */
  sentence: string
  table: ChartTable
}

export interface Drawn extends Described {
  /** Plain SVG of one colour scheme: shapes and texts with presentation attributes, no style, script, link or picture. */
  svg: string
  width: number
  height: number
}
