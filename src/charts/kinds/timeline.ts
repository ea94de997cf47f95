import { day, listed } from '../../words/words.js'
import type { ChartTable, TimelineChart } from '../chart.js'
import { inLines, labelsFor, rowHeight } from '../labels.js'
import { colour } from '../look.js'
import { daysAfter } from '../../web/now.js'

/** `Context from 3 March 2026, Purpose from 5 May 2026, and Context again from 1 June 2026, until 7 July 2026.` */
export function sentenceOfTimeline({ bars }: TimelineChart): string {
  if (bars.length === 0) return 'Nothing has been put on this timeline yet.'
  const byDay = [...bars].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  const last = byDay
    .map(bar => bar.to)
    .sort()
    .at(-1)!
  if (byDay.every(bar => bar.from === byDay[0]!.from) && last === byDay[0]!.from)
    return `${listed(byDay.map(bar => bar.row))}, all on ${day(last)}.`
  const said = byDay.map(({ row, from }, at) => {
    const isAgain = byDay.slice(0, at).some(earlier => earlier.row === row)
    const isSameDay = at > 0 && byDay[at - 1]!.from === from
    return `${row}${isAgain ? ' again' : ''} ${isSameDay ? 'from the same day' : `from ${day(from)}`}`
  })
  return `${listed(said)}, until ${day(last)}.`
}

export function tableOfTimeline({ bars }: TimelineChart): ChartTable {
  return {
    head: ['What', 'From', 'Until', 'Note'],
    rows: bars.map(bar => [bar.row, day(bar.from), day(bar.to), bar.note ?? '']),
  }
}

export function specOfTimeline({ rows, bars }: TimelineChart, width: number): object {
  const names = labelsFor(rows, 110)
  const keyOf = (row: string) => names.keys[rows.indexOf(row)] ?? row
  const values = bars.map(bar => ({
    row: keyOf(bar.row),
    from: bar.from,
    to: bar.to > bar.from ? bar.to : daysAfter(bar.from, 1),
    fill: hueOf(bar.stage),
  }))
  return {
    width: width - 140,
    height: { step: rowHeight(names.lines) },
    data: { values },
    mark: { type: 'bar', height: 16, cornerRadius: 3 },
    encoding: {
      y: {
        field: 'row',
        type: 'nominal',
        scale: { domain: names.keys },
        axis: { title: null, labelExpr: inLines, domain: false, ticks: false, grid: true },
      },
      x: {
        field: 'from',
        type: 'temporal',
        scale: { type: 'utc', nice: false },
        axis: { title: null, ...ticksOver(bars), labelOverlap: 'greedy', grid: false },
      },
      x2: { field: 'to' },
      fill: { field: 'fill', type: 'nominal', scale: null },
    },
  }
}

const A_DAY = 86_400_000

/** Months where it went on for long, and days where months would be said twice. */
function ticksOver(bars: TimelineChart['bars']): object {
  const moments = bars.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)])
  const days = moments.length > 0 ? (Math.max(...moments) - Math.min(...moments)) / A_DAY : 0
  if (days > 150) return { format: '%b %Y', tickCount: 5 }
  return { format: '%-d %b %Y', tickCount: { interval: 'day', step: Math.max(1, Math.ceil(days / 3)) } }
}

const HUES: Record<string, string> = {
  context: colour.context,
  purpose: colour.purpose,
  evidence: colour.evidence,
  action: colour.action,
  evaluation: colour.evaluation,
}

function hueOf(stage: string | undefined): string {
  return HUES[stage ?? ''] ?? colour.teal
}
