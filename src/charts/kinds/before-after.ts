import { figure, plural } from '../../words/words.js'
import type { BeforeAfterChart, ChartTable } from '../chart.js'
import { inLines, labelsFor, rowHeight } from '../labels.js'
import { colour } from '../look.js'

export function sentenceOfBeforeAfter({ measure, before, after, schools: all }: BeforeAfterChart): string {
  const schools = all.filter(one => !one.takesNoPart)
  const beside = all.filter(one => one.takesNoPart && one.before !== null && one.after !== null)
  const pairs = schools.filter(one => one.before !== null && one.after !== null)
  const held = schools.length - pairs.length
  const moved = [
    ['higher', pairs.filter(one => one.after! > one.before!).length],
    ['lower', pairs.filter(one => one.after! < one.before!).length],
    ['the same', pairs.filter(one => one.after === one.before).length],
  ] as const
  const words = moved.filter(([, count]) => count > 0).map(([how, count]) => `${how} in ${count}`)
  const found = words.length > 0 ? `: ${after} it is ${words.join(', ')}` : ''
  return [
    `${measure} in ${plural(schools.length, 'school', 'schools')}, each beside itself, ${before} and ${after}${found}.`,
    held > 0 ? `${plural(held, 'school has', 'schools have')} no pair that can be shown.` : '',
    'Schools stand in the order of the alphabet.',
    ...beside.map(
      one => `Beside them, taking no part: ${one.school}, from ${figure(one.before!)} to ${figure(one.after!)}.`,
    ),
  ]
    .filter(Boolean)
    .join(' ')
}

export function tableOfBeforeAfter({ before, after, schools }: BeforeAfterChart): ChartTable {
  const cell = (value: number | null, heldBack?: string) =>
    value === null ? (heldBack ?? 'nothing yet') : figure(value)
  const rows = schools.map(one => [one.school, cell(one.before, one.heldBack), cell(one.after, one.heldBack)])
  return { head: ['School', capital(before), capital(after)], rows }
}

export function specOfBeforeAfter(chart: BeforeAfterChart, width: number): object {
  const names = labelsFor(
    chart.schools.map(one => one.school),
    140,
  )
  const y = {
    field: 'school',
    type: 'nominal',
    sort: names.keys,
    scale: { domain: names.keys },
    axis: { title: null, labelExpr: inLines, domain: false, ticks: false, grid: true },
  }
  const x = {
    type: 'quantitative',
    scale: { zero: false, nice: true, padding: 12 },
    axis: { title: null, tickCount: 5, grid: false },
  }
  const schools = chart.schools.map((one, place) => ({ ...one, school: names.keys[place]! }))
  const pairs = schools.filter(one => one.before !== null && one.after !== null)
  const readings = schools.flatMap(one => [
    ...(one.before === null ? [] : [{ school: one.school, value: one.before, when: chart.before }]),
    ...(one.after === null ? [] : [{ school: one.school, value: one.after, when: chart.after }]),
  ])
  const held = schools.filter(one => one.before === null && one.after === null)
  const domain = [chart.before, chart.after]
  return {
    width: width - 170,
    height: { step: rowHeight(names.lines) },
    layer: [
      {
        data: { values: pairs },
        mark: { type: 'rule', stroke: colour.soft, strokeWidth: 2 },
        encoding: { y, x: { ...x, field: 'before' }, x2: { field: 'after' } },
      },
      {
        data: { values: readings },
        mark: { type: 'point', filled: true, opacity: 1, size: 110, stroke: colour.teal, strokeWidth: 1.5 },
        encoding: {
          y,
          x: { ...x, field: 'value' },
          shape: { field: 'when', type: 'nominal', scale: { domain, range: ['circle', 'diamond'] } },
          fill: { field: 'when', type: 'nominal', scale: { domain, range: [colour.sheet, colour.teal] } },
        },
      },
      {
        data: { values: held.map(one => ({ school: one.school, label: one.heldBack ?? 'nothing yet' })) },
        mark: { type: 'text', align: 'left', x: 4, dy: -8, fill: colour.soft },
        encoding: { y, text: { field: 'label' } },
      },
    ],
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
