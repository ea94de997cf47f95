import { Lines, type Place, type Showing, type Totals } from './hidden-lines.js'

/**
 * The one place that decides which numbers about pupils may be seen. Pages, charts, spreadsheets, write-ups, reports and
 * PDFs ask here. The rule is the network's own: fewer than five pupils are shown nowhere, and not by subtraction either.
 */
export const fewestPupils = 5

export const few = 'fewer than 5'
export const fewPupils = `${few} pupils`
export const heldBack = 'held back'

/** Stands wherever something says that it is held back. */
export const whyHeldBack =
  'What is held back is from five pupils or more. It is not shown, as fewer than five could be worked out from it.'

/** Fewer than five. */
export function isFew(pupils: number): boolean {
  return pupils < fewestPupils
}

export interface Held {
  cells: Showing[][]
  /** For each row; only looked at where the sums of rows are shown. */
  rowTotals: Showing[]
  columnTotals: Showing[]
  total: Showing
}

/**
 * Says of each cell of a table of pupils whether it may be shown. First every number under five is hidden; then, as long
 * as one of these could be worked out from what is still shown (its row's or column's sum less the others), another
 * number of its line is held back, the smallest first, and at last the sum itself. What is shown afterwards leaves at
 * least two possible values for each hidden small number, and no line whose hidden numbers are fewer than five together.
 *
 * @param pupils rows of numbers of pupils; null where there is nothing at all, which hides nothing
 * @param totals which sums stand beside the table
 */
export function holdSmallNumbersBack(pupils: (number | null)[][], totals: Totals = {}): Held {
  const columns = Math.max(0, ...pupils.map(row => row.length))
  const table = new Lines(pupils, columns, totals)
  for (;;) {
    const small = table.workedOut()
    const line = small ? undefined : table.tooFewTogether()
    if (!small && !line) break
    table.hide(small ? nextToHide(table, small, totals.first) : cheapest(table, line!, totals.first))
  }
  const at = (row: number, column: number) => table.showing({ row, column })
  return {
    cells: pupils.map((line, row) => line.map((_, column) => at(row, column))),
    rowTotals: pupils.map((_, row) => at(row, columns)),
    columnTotals: Array.from({ length: columns }, (_, column) => at(pupils.length, column)),
    total: at(pupils.length, columns),
  }
}

function nextToHide(table: Lines, small: Place, first: Totals['first'] = 'cells'): Place {
  const open = table.places().filter(place => table.showing(place) === 'shown')
  const inItsLines = open.filter(({ row, column }) => row === small.row || column === small.column)
  return cheapest(table, inItsLines.length > 0 ? inItsLines : open, first)
}

function cheapest(table: Lines, candidates: Place[], first: Totals['first'] = 'cells'): Place {
  const weight = (place: Place) =>
    (table.isTotal(place) === (first === 'cells') ? Number.MAX_SAFE_INTEGER / 2 : 0) + table.sizeOf(place)
  return candidates.reduce((best, place) => (weight(place) < weight(best) ? place : best))
}
