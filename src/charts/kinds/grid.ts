import { figure, plural } from '../../words/words.js'
import type { ChartTable, GridChart, TogetherChart } from '../chart.js'
import { inLines, labelsFor, rowHeight } from '../labels.js'
import { colour, lineHeight } from '../look.js'
import { widthOf, wrapped } from '../measuring.js'

type Grid = GridChart | TogetherChart

export function sentenceOfGrid({ cells, sentence }: Grid): string {
  const held = cells.flat().filter(cell => cell === null).length
  return [sentence, held > 0 ? `${plural(held, 'number is', 'numbers are')} held back.` : ''].filter(Boolean).join(' ')
}

export function tableOfGrid({ of, rows, columns, cells }: Grid): ChartTable {
  const head = of.charAt(0).toUpperCase() + of.slice(1)
  return {
    head: [head, ...columns],
    rows: rows.map((row, at) => [
      row,
      ...columns.map((_, column) => {
        const cell = cells[at]?.[column]
        return cell === null || cell === undefined ? 'held back' : figure(cell)
      }),
    ]),
  }
}

const labelWidth = 100
const headSize = 11

/** Many columns stand in blocks, one beneath the other, so that their names can be read. */
export function specOfGrid(chart: Grid, width: number): object {
  const words = chart.columns.flatMap(name => name.split(/\s+/)).map(word => widthOf(word, headSize) + 4)
  const narrowest = Math.min(90, Math.max(56, ...words))
  const inner = width - labelWidth - 12
  const perBlock = Math.max(1, Math.min(chart.columns.length, Math.floor(inner / narrowest)))
  const most = Math.max(1, ...chart.cells.flat().map(cell => cell ?? 0))
  const blocks: object[] = []
  for (let from = 0; from < Math.max(1, chart.columns.length); from += perBlock)
    blocks.push(blockOf(chart, { from, to: Math.min(from + perBlock, chart.columns.length), perBlock, most, width }))
  return blocks.length === 1 ? blocks[0]! : { vconcat: blocks, spacing: 14, align: 'each' }
}

interface Block {
  from: number
  to: number
  perBlock: number
  most: number
  width: number
}

function blockOf(chart: Grid, { from, to, perBlock, most, width }: Block): object {
  const inner = width - labelWidth - 12
  const each = inner / perBlock
  const rows = labelsFor(chart.rows, labelWidth - 8)
  const heads = chart.columns.slice(from, to).map(name => wrapped(name, each - 4, headSize))
  const headLines = Math.max(1, ...heads.map(lines => lines.length))
  const cells = chart.rows.flatMap((_, row) =>
    heads.map((_, column) => {
      const cell = chart.cells[row]?.[from + column] ?? null
      const step = cell === null ? 0 : stepOf(cell, most)
      return {
        row: rows.keys[row]!,
        left: column,
        end: column + (cell ?? 0) / most / 1.5,
        right: column + 0.96,
        middle: column + 0.48,
        cell: cell ?? 0,
        label: cell === null ? '–' : figure(cell),
        fill: colour.steps[step]!,
        ink: colour.onStep[step]!,
      }
    }),
  )
  const y = {
    field: 'row',
    type: 'nominal',
    sort: rows.keys,
    scale: { domain: rows.keys },
    axis: { title: null, labelExpr: inLines, domain: false, ticks: false, grid: false },
  }
  const x = { type: 'quantitative', scale: { domain: [0, perBlock], nice: false }, axis: null }
  return {
    width: inner,
    height: { step: rowHeight(rows.lines) },
    layer: [
      ...(chart.kind === 'grid' ? bars(cells, x, y) : squares(cells, x, y)),
      {
        data: { values: heads.map((lines, column) => ({ left: column + 0.02, lines })) },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'top',
          y: -(headLines * lineHeight + 8),
          lineHeight,
          fontSize: headSize,
          fill: colour.ink,
        },
        encoding: { x: { ...x, field: 'left' }, text: { field: 'lines' } },
      },
    ],
  }
}

function bars(cells: object[], x: object, y: object): object[] {
  const data = { values: cells }
  return [
    {
      data,
      transform: [{ filter: 'datum.cell > 0' }],
      mark: { type: 'bar', height: 14, fill: colour.teal },
      encoding: { x: { ...x, field: 'left' }, x2: { field: 'end' }, y },
    },
    {
      data,
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4 },
      encoding: { x: { ...x, field: 'end' }, y, text: { field: 'label' } },
    },
  ]
}

function squares(cells: object[], x: object, y: object): object[] {
  const data = { values: cells }
  return [
    {
      data,
      mark: { type: 'rect', stroke: colour.line, strokeWidth: 1 },
      encoding: {
        x: { ...x, field: 'left' },
        x2: { field: 'right' },
        y,
        fill: { field: 'fill', type: 'nominal', scale: null },
      },
    },
    {
      data,
      mark: { type: 'text', align: 'center', baseline: 'middle' },
      encoding: {
        x: { ...x, field: 'middle' },
        y,
        text: { field: 'label' },
        fill: { field: 'ink', type: 'nominal', scale: null },
      },
    },
  ]
}

function stepOf(cell: number, most: number): number {
  return cell === 0 ? 0 : Math.min(4, 1 + Math.floor((cell / most) * 3.999))
}
