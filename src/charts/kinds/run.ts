import { day, figure, plural } from '../../words/words.js'
import type { ChartTable, RunChart } from '../chart.js'
import { colour } from '../look.js'
import { widthOf, wrapped } from '../measuring.js'
import { dayOnCalendar } from '../../web/now.js'

export function sentenceOfRun({ measure, points, median, baseline, moments = [], noticed = [] }: RunChart): string {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return `${measure}: there is nothing yet that can be shown.`
  const first = points[0]!
  const last = points.at(-1)!
  const when = points.length === 1 ? `on ${day(first.on)}` : `from ${day(first.on)} to ${day(last.on)}`
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const range = low === high ? `at ${figure(low)}` : `between ${figure(low)} and ${figure(high)}`
  const held = points.length - values.length
  return [
    `${measure}: ${plural(points.length, 'reading', 'readings')} ${when}, ${range}.`,
    median === null
      ? ''
      : baseline
        ? `The median of the baseline, ${day(baseline.from)} to ${day(baseline.to)}, is ${figure(median)}.`
        : `The median is ${figure(median)}.`,
    held > 0 ? `${plural(held, 'reading is', 'readings are')} held back.` : '',
    ...moments.map(({ on, label }) => `${label} on ${day(on)}.`),
    ...noticed,
  ]
    .filter(Boolean)
    .join(' ')
}

export function tableOfRun({ measure, points }: RunChart): ChartTable {
  const rows = points.map(({ on, value, heldBack }) => [
    day(on),
    value === null ? (heldBack ?? 'not shown') : figure(value),
  ])
  return { head: ['Day', measure], rows }
}

const PLAIN = 'a reading'
const NOTICED = 'a reading that one of the rules notices'
const HELD = 'held back'

export function specOfRun(chart: RunChart, width: number): object {
  const { points, median, baseline, moments = [] } = chart
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const days = daysOf(points, moments)
  const written = inRows(moments, days, width - 56)
  const [low, high] = rangeOf([...values, ...(median === null ? [] : [median])], written.rows)
  const data = points.map(({ on, value, noticed }) => ({
    on,
    value,
    at: value ?? low,
    what: value === null ? HELD : noticed ? NOTICED : PLAIN,
  }))
  const kinds = [PLAIN, NOTICED, HELD].filter(kind => data.some(point => point.what === kind))
  const x = {
    field: 'on',
    type: 'temporal',
    scale: { type: 'utc', domain: days, nice: false },
    axis: { title: null, format: '%-d %b %y', labelOverlap: 'greedy', grid: false, tickCount: 5, labelFlush: false },
  }
  const y = {
    type: 'quantitative',
    scale: { domain: [low, high], zero: false, nice: false },
    axis: { title: null, tickCount: 5, domain: false, ticks: false },
  }
  return {
    width: width - 56,
    height: 200,
    layer: [
      ...momentsIn(written.moments, x),
      ...medianIn(points, median, baseline, x, y),
      {
        data: { values: data },
        mark: { type: 'line', stroke: colour.teal, strokeWidth: 1.5, invalid: 'break-paths-show-path-domains' },
        encoding: { x, y: { ...y, field: 'value' } },
      },
      {
        data: { values: data },
        mark: { type: 'point', filled: true, opacity: 1, stroke: colour.sheet, strokeWidth: 1 },
        encoding: {
          x,
          y: { ...y, field: 'at' },
          shape: {
            field: 'what',
            type: 'nominal',
            scale: { domain: kinds, range: kinds.map(kind => SHAPES[kind]!) },
            legend: kinds.length > 1 ? {} : null,
          },
          fill: {
            field: 'what',
            type: 'nominal',
            scale: { domain: kinds, range: kinds.map(kind => FILLS[kind]!) },
            legend: kinds.length > 1 ? {} : null,
          },
          size: { condition: { test: `datum.what === '${PLAIN}'`, value: 70 }, value: 150 },
        },
      },
    ],
  }
}

const SHAPES: Record<string, string> = { [PLAIN]: 'circle', [NOTICED]: 'diamond', [HELD]: 'cross' }
const FILLS: Record<string, string> = { [PLAIN]: colour.teal, [NOTICED]: colour.ochre, [HELD]: colour.soft }

/** With air above and below, and with more above for each row that is written there. */
function rangeOf(values: number[], rows: number): [number, number] {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const air = (high - low || Math.abs(high) || 1) * 0.18
  return [low >= 0 && low - air < 0 ? 0 : low - air, high + air * [1, 2.4, 3.8, 5.6][rows]!]
}

function daysOf(points: { on: string }[], moments: { on: string }[]): string[] {
  const days = [...points, ...moments].map(one => one.on).sort()
  if (days.length === 0) return ['2026-01-01', '2026-12-31']
  const [first, last] = [Date.parse(days[0]!), Date.parse(days.at(-1)!)]
  const air = Math.max((last - first) * 0.04, 4 * 86_400_000)
  return [first - air, last + air].map(dayOnCalendar)
}

interface WrittenMoment {
  on: string
  label: string[]
  row: number
}

const ROW = 30
const mostRows = 3

/** Which label stands in which row, so that none is written over another that began shortly before it. */
function inRows(
  moments: { on: string; label: string }[],
  [first, last]: string[],
  width: number,
): { moments: WrittenMoment[]; rows: number } {
  const [from, until] = [Date.parse(first!), Date.parse(last!)]
  const ends: number[] = []
  const placed = [...moments]
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .map(({ on, label }) => {
      const lines = wrapped(label, 150).slice(0, 2)
      const begins = ((Date.parse(on) - from) / (until - from)) * width
      const free = Array.from({ length: mostRows }, (_, row) => row).find(row => (ends[row] ?? 0) <= begins)
      const row = free ?? ends.indexOf(Math.min(...ends))
      ends[row] = begins + 12 + Math.max(...lines.map(line => widthOf(line)))
      return { on, label: lines, row }
    })
  return { moments: placed, rows: ends.length }
}

function momentsIn(moments: WrittenMoment[], x: object): object[] {
  if (moments.length === 0) return []
  const rows = [...new Set(moments.map(one => one.row))]
  return [
    {
      data: { values: moments.map(({ on }) => ({ on })) },
      mark: { type: 'rule', stroke: colour.soft, strokeDash: [2, 3] },
      encoding: { x },
    },
    ...rows.map(row => ({
      data: { values: moments.filter(one => one.row === row).map(({ on, label }) => ({ on, label })) },
      mark: { type: 'text', align: 'left', baseline: 'top', dx: 4, y: row * ROW, fill: colour.soft },
      encoding: { x, text: { field: 'label' } },
    })),
  ]
}

/** Solid over the points that it was taken from, dashed where it is carried on for comparison; named at its end. */
function medianIn(
  points: { on: string }[],
  median: number | null,
  baseline: RunChart['baseline'],
  x: object,
  y: object,
): object[] {
  if (median === null || points.length === 0) return []
  const last = points.at(-1)!.on
  const [from, to] = baseline ? [baseline.from, baseline.to] : [points[0]!.on, last]
  const stretch = (begin: string, end: string, strokeDash: number[]) => ({
    data: {
      values: [
        { on: begin, value: median },
        { on: end, value: median },
      ],
    },
    mark: { type: 'line', stroke: colour.ochre, strokeWidth: 1.5, strokeDash },
    encoding: { x, y: { ...y, field: 'value' } },
  })
  return [
    stretch(from, to, []),
    ...(to < last ? [stretch(to, last, [6, 4])] : []),
    {
      data: { values: [{ on: last, value: median, label: `median ${figure(median)}` }] },
      mark: { type: 'text', align: 'right', baseline: 'bottom', dy: -4 },
      encoding: { x, y: { ...y, field: 'value' }, text: { field: 'label' } },
    },
  ]
}
