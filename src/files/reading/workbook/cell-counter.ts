/** Counts the cells that a table from A1 to the farthest cell with something in it would have, over all sheets. */
export class CellCounter {
  /** The first cell for which there was no room. */
  stoppedAt: string | undefined
  private before = 0
  private rows = 0
  private columns = 0

  constructor(private readonly most: number) {}

  beginSheet(): void {
    this.before += this.rows * this.columns
    this.rows = this.columns = 0
  }

  /** Whether there is room for this cell too; once there is not, there is none for any other. @param row @param column from 1 */
  hasRoomFor(at: string, row: number, column: number): boolean {
    if (this.stoppedAt) return false
    const rows = Math.max(this.rows, row)
    const columns = Math.max(this.columns, column)
    if (this.before + rows * columns > this.most) this.stoppedAt = at
    else [this.rows, this.columns] = [rows, columns]
    return !this.stoppedAt
  }
}

/** `C7` → row 7, column 3. @throws Error where there is no such cell */
export function placeOfCell(at: string): { row: number; column: number } {
  const [, letters, figures] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(at) ?? []
  if (!letters || !figures) throw new Error('There is no such cell')
  return { row: Number(figures), column: columnOf(letters) }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** 3 → `C` */
export function lettersOf(column: number): string {
  return column <= 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}
