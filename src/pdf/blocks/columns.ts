import type { Inline, Table } from '../../documents/document.js'
import { PADDING } from './cells.js'
import { widthsOf } from '../lettering/lines.js'
import { spansOf } from '../lettering/spans.js'
import { types, type Type } from '../type.js'

export interface Column {
  /** Which column of the table it is. */
  at: number
  x: number
  width: number
  align: 'left' | 'centre' | 'right'
  /** The first column, drawn again beside the others of a table too wide for the paper. */
  again: boolean
}

/** A table's columns in the type that suits them; those that do not fit side by side follow in further bands. */
export interface Columns {
  type: Type
  bands: Column[][]
}

interface Wants {
  least: number
  whole: number
}

/** Of type in tables, the usual one first. */
export const SIZES = [9.75, 9, 8.25]

interface Room {
  x: number
  width: number
  fromRight: boolean
}

/** The largest type in which no word of the table need be broken, or else as few bands of columns as the paper allows. */
export function columnsOf(table: Table, room: Room, bars = false, sizes = SIZES): Columns {
  const candidates = sizes.map(size => ({ ...types.text, size, leading: size * 1.38, tabular: true }))
  const largest = wantsOf(table, candidates[0]!).map((want, at) => (bars && at > 0 ? withRoomForBars(want) : want))
  const fitting = candidates.find(type => sum(smaller(largest, type.size / sizes[0]!), 'least') <= room.width)
  const type = fitting ?? candidates.at(-1)!
  const wants = smaller(largest, type.size / sizes[0]!)
  const bands = fitting ? [wants.map((_, at) => at)] : bandsOf(wants, room.width)
  return { type, bands: bands.map((band, at) => placed(table, band, wants, room, at > 0)) }
}

/**
 * How wide the columns of a table want to be where all of them stand side by side, in letters that may be somewhat wider than
 * ours, as those of another program are. What is left over is shared by all.
 */
export function widthsOfColumns(table: Table, width: number): number[] {
  const wants = wantsOf(table, { ...types.text, size: WIDER, leading: WIDER * 1.38 })
  const over = width - sum(wants, 'whole')
  return over > 0 ? wants.map(want => want.whole + over / wants.length) : shared(wants, width)
}

const WIDER = 13

/** Columns shared out evenly over bands, each with the first column at its head. */
function bandsOf(wants: Wants[], width: number): number[][] {
  const [first, ...others] = wants.map((_, at) => at)
  for (let bands = 2; bands < others.length; bands++) {
    const each = Math.ceil(others.length / bands)
    const shared = Array.from({ length: bands }, (_, at) => [first!, ...others.slice(at * each, (at + 1) * each)])
    const used = shared.filter(band => band.length > 1)
    if (
      used.every(
        band =>
          sum(
            band.map(at => wants[at]!),
            'least',
          ) <= width,
      )
    )
      return used
  }
  return others.length ? others.map(at => [first!, at]) : [[first!]]
}

function placed(table: Table, band: number[], wants: Wants[], room: Room, later: boolean): Column[] {
  const widths = shared(
    band.map(at => wants[at]!),
    room.width,
  )
  let left = 0
  return band.map((at, place) => {
    const width = widths[place]!
    const x = room.fromRight ? room.x + room.width - left - width : room.x + left
    left += width
    return {
      at,
      x,
      width,
      align: table.alignment[at] ?? (room.fromRight ? 'right' : 'left'),
      again: later && place === 0,
    }
  })
}

function wantsOf(table: Table, type: Type): Wants[] {
  const headType = { ...type, bold: true }
  return table.head.map((head, at) => {
    const heads = table.rowHeads === true && at === 0
    const most = wantOf(head, headType)
    for (const row of table.rows) {
      const { least, whole } = wantOf(row[at] ?? [], heads ? headType : type)
      most.least = Math.max(most.least, least)
      most.whole = Math.max(most.whole, whole)
    }
    return most
  })
}

/** Bars are as long as one another's room allows, however short their numbers. */
function withRoomForBars({ least, whole }: Wants): Wants {
  return { least: Math.max(least, 64), whole: whole + 64 }
}

const AROUND = 2 * PADDING.across + 0.5

function wantOf(cell: Inline[], type: Type): Wants {
  const { longest, whole } = widthsOf(spansOf(cell, type))
  return { least: longest + AROUND, whole: Math.max(longest, whole) + AROUND }
}

/** What columns want in smaller type: their words shrink with it, the room around them does not. */
function smaller(wants: Wants[], by: number): Wants[] {
  const scaled = (width: number) => (width - AROUND) * by + AROUND
  return wants.map(({ least, whole }) => ({ least: scaled(least), whole: scaled(whole) }))
}

/** What is left over is shared by how much each column still wants; where even the words do not fit, all give way alike. */
function shared(wants: Wants[], width: number): number[] {
  const least = sum(wants, 'least')
  const whole = sum(wants, 'whole')
  if (least >= width) return wants.map(want => (want.least / least) * width)
  if (whole <= width) return wants.map(want => (want.whole / whole) * width)
  const asked = wants.map(want => Math.sqrt(want.whole - want.least))
  const all = asked.reduce((total, one) => total + one, 0)
  return wants.map((want, at) => want.least + (asked[at]! / all) * (width - least))
}

function sum(wants: Wants[], which: keyof Wants): number {
  return wants.reduce((total, want) => total + want[which], 0)
}
