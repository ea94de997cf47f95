import { type Attributes, isOn, walkXml } from '../office/xml.js'
import { type CellCounter, placeOfCell } from './cell-counter.js'
import { type Format, shown } from './formats.js'
import { unescaped } from './shared-texts.js'

export interface Around {
  texts: string[]
  formats: Format[]
  from1904: boolean
}

export interface SheetRead {
  /** From the first row on; a row that is hidden or empty has no cells. Columns that are hidden are not among them. */
  rows: string[][]
  hiddenRows: number
  hiddenColumns: number
  /** Formulas of which nobody has ever seen a result. */
  unreckoned: number
}

interface Cell {
  at: string
  type: string
  style: string
  value?: string
  words?: string
  isFormula?: boolean
}

const MOST_COLUMNS = 16_384

/**
 * The cells of a sheet in which something stands and which somebody sees, as far as there is room for them (ECMA-376 part 1,
 * 18.3.1). Formulas count as the values that they last had.
 * @throws Error when it is not well-formed, or names a cell that cannot be
 */
export function readSheet(part: Buffer, counter: CellCounter, around: Around): SheetRead {
  const rows: string[][] = []
  const read: SheetRead = { rows, hiddenRows: 0, hiddenColumns: 0, unreckoned: 0 }
  const hidden = new Set<number>()
  let cell: Cell | undefined
  let row = { number: 0, hidden: false, seen: false }
  let next = 1
  counter.beginSheet()
  walkXml(part, {
    opens(tag, at, within) {
      if (tag === 'col') hide(hidden, at)
      else if (tag === 'row') {
        row = { number: Number(at.r) || row.number + 1, hidden: isHidden(at) || at.ht === '0', seen: false }
        next = 1
      } else if (tag === 'c') {
        // Where a cell says no place, it stands right of the one before.
        const place = at.r ? placeOfCell(at.r) : { row: row.number, column: next }
        next = place.column + 1
        cell = { at: at.r ?? `${place.row} ${place.column}`, type: at.t ?? '', style: at.s ?? '' }
        Object.assign(cell, place)
      } else if (cell && tag === 'v') cell.value = ''
      else if (cell && tag === 'is' && within.at(-1) === 'c') cell.words = ''
      else if (cell && tag === 'f') cell.isFormula = true
    },
    says(words, within) {
      const tag = within.at(-1)
      if (cell && tag === 'v') cell.value += words
      else if (cell && tag === 't' && within.includes('is') && !within.includes('rPh')) cell.words += words
    },
    closes(tag) {
      if (tag !== 'c' || !cell) return
      const { at, row: line, column } = cell as Cell & { row: number; column: number }
      const words = wordsOf(cell, around)
      if (words === '' && cell.isFormula) read.unreckoned += 1
      cell = undefined
      if (words === '') return
      if (row.hidden) {
        if (!row.seen) read.hiddenRows += 1
        row.seen = true
        return
      }
      if (!counter.hasRoomFor(at, line, column)) return
      while (rows.length < line) rows.push([])
      const cells = rows[line - 1]!
      while (cells.length < column) cells.push('')
      cells[column - 1] = words
    },
  })
  return without(read, hidden)
}

function isHidden(attributes: Attributes): boolean {
  return attributes.hidden !== undefined && isOn({ val: attributes.hidden })
}

function hide(hidden: Set<number>, at: Attributes): void {
  if (!isHidden(at) && at.width !== '0') return
  const last = Math.min(Number(at.max) || 0, MOST_COLUMNS)
  for (let column = Number(at.min) || 0; column > 0 && column <= last; column += 1) hidden.add(column)
}

function without(read: SheetRead, hidden: Set<number>): SheetRead {
  if (hidden.size === 0) return read
  const held = new Set<number>()
  const rows = read.rows.map(cells =>
    cells.filter((words, at) => {
      const stays = !hidden.has(at + 1)
      if (!stays && words !== '') held.add(at)
      return stays
    }),
  )
  return { ...read, rows, hiddenColumns: held.size }
}

function wordsOf({ type, style, value, words }: Cell, { texts, formats, from1904 }: Around): string {
  if (type === 'inlineStr') return unescaped(words ?? '')
  if (value === undefined || value === '') return unescaped(words ?? '')
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
  if (type === 'str' || type === 'e') return unescaped(value)
  if (type === 'd') return value.replace(/T00:00:00.*$/, '').replace('T', ' ')
  const number = Number(value)
  return Number.isFinite(number) ? shown(number, formats[Number(style) || 0], from1904) : value
}
