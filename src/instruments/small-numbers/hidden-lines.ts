/** `few`: too few pupils stand behind it. `held back`: large enough, but a smaller one could be worked out from it. */
export type Showing = 'shown' | 'few' | 'held back' | 'nothing'

export interface Totals {
  /** Whether the sum of each row is shown. */
  rows?: boolean
  /** Whether the sum of each column is shown. */
  columns?: boolean
  /** What is held back first beside a small number: another cell, or the sum (where cells stand on other pages too). */
  first?: 'cells' | 'sums'
}

export interface Place {
  row: number
  column: number
}

const most = 4

/**
 * A table together with its sums, and what a reader can work out about what is hidden in it.
 *
 * The sums are the last row and the last column, counted as negative, so that every line adds up to nothing. A hidden
 * number can have another value if, and only if, one can be added to it (or taken from it) and the difference be passed
 * round a ring of other hidden numbers, each staying within what the reader knows of it: 0 to 4 where it says "fewer than
 * 5", 5 or more where it says "held back". That is the residual graph of a transportation problem; since its solutions
 * are whole numbers, looking for such a ring is exact.
 */
export class Lines {
  private readonly held: boolean[][]
  private readonly value: (number | null)[][]
  private readonly offered: boolean[][]

  constructor(
    pupils: (number | null)[][],
    private readonly columns: number,
    totals: Totals,
  ) {
    const rows = pupils.length
    const line = (row: number) => Array.from({ length: columns }, (_, column) => pupils[row]?.[column] ?? null)
    const sum = (cells: (number | null)[]) =>
      cells.every(cell => cell === null) ? null : cells.reduce<number>((all, cell) => all + (cell ?? 0), 0)
    const body = pupils.map((_, row) => [...line(row), sum(line(row))])
    const last = Array.from({ length: columns + 1 }, (_, column) => sum(body.map(cells => cells[column]!)))
    this.value = [...body, last]
    this.held = this.value.map(cells => cells.map(cell => cell !== null && cell <= most))
    this.offered = this.value.map((cells, row) =>
      cells.map((_, column) => {
        if (row < rows && column < columns) return true
        if (row < rows) return totals.rows === true
        return column < columns ? totals.columns === true : totals.rows === true && totals.columns === true
      }),
    )
  }

  places(): Place[] {
    return this.value.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell !== null && this.offered[row]![column] ? [{ row, column }] : [])),
    )
  }

  isTotal({ row, column }: Place): boolean {
    return row === this.value.length - 1 || column === this.columns
  }

  sizeOf({ row, column }: Place): number {
    return this.value[row]![column] ?? 0
  }

  showing({ row, column }: Place): Showing {
    const cell = this.value[row]?.[column] ?? null
    if (cell === null) return 'nothing'
    if (cell <= most) return 'few'
    return this.held[row]![column] ? 'held back' : 'shown'
  }

  hide({ row, column }: Place): void {
    this.held[row]![column] = true
  }

  /** A small number that is hidden, and that can be worked out all the same. */
  workedOut(): Place | undefined {
    return this.places().find(place => this.showing(place) === 'few' && !this.canDiffer(place))
  }

  /**
   * A line whose sum is shown and whose hidden numbers are fewer than five pupils together: the shown ones taken from the sum
   * tell so. Its shown places are given back, of which one more has to be hidden.
   */
  tooFewTogether(): Place[] | undefined {
    const rows = this.value.map((_, row) => Array.from({ length: this.columns + 1 }, (_, column) => ({ row, column })))
    const columns = Array.from({ length: this.columns + 1 }, (_, column) =>
      this.value.map((_, row) => ({ row, column })),
    )
    for (const line of [...rows, ...columns]) {
      const there = line.filter(({ row, column }) => this.value[row]![column] !== null && this.offered[row]![column])
      const sum = line.at(-1)!
      const isWhole = there.some(place => place.row === sum.row && place.column === sum.column)
      if (!isWhole || this.held[sum.row]![sum.column]) continue
      const hidden = there.filter(({ row, column }) => this.held[row]![column])
      const together = hidden.reduce((all, place) => all + this.sizeOf(place), 0)
      const open = there.filter(({ row, column }) => !this.held[row]![column])
      if (hidden.length > 0 && together <= most && open.length > 0) return open
    }
    return undefined
  }

  private canDiffer(place: Place): boolean {
    return this.ringThrough(place, 'up') || this.ringThrough(place, 'down')
  }

  /** Whether the place can change by one and a ring of other hidden places make up for it. */
  private ringThrough(place: Place, way: 'up' | 'down'): boolean {
    if (!this.canGo(place, way)) return false
    const back = way === 'up' ? 'down' : 'up'
    const rows = new Set<number>()
    const columns = new Set([place.column])
    const waiting = [place.column]
    for (let column = waiting.pop(); column !== undefined; column = waiting.pop()) {
      for (let row = 0; row < this.value.length; row++) {
        if (rows.has(row) || (row === place.row && column === place.column)) continue
        if (!this.canGo({ row, column }, back)) continue
        if (row === place.row) return true
        rows.add(row)
        for (let next = 0; next <= this.columns; next++)
          if (!columns.has(next) && this.canGo({ row, column: next }, way)) {
            columns.add(next)
            waiting.push(next)
          }
      }
    }
    return false
  }

  /** Whether a place may be one more or one less, for all that a reader knows; sums go the other way round. */
  private canGo({ row, column }: Place, way: 'up' | 'down'): boolean {
    const cell = this.value[row]![column] ?? null
    if (cell === null) return false
    const offered = this.offered[row]![column]!
    if (offered && !this.held[row]![column]) return false
    const isSum = (row === this.value.length - 1) !== (column === this.columns)
    const up = isSum ? way === 'down' : way === 'up'
    if (!offered) return up || cell > 0
    if (cell <= most) return up ? cell < most : cell > 0
    return up || cell > most + 1
  }
}
