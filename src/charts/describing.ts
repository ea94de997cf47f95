import type { Chart, ChartTable, Described } from './chart.js'
import { sentenceOfBeforeAfter, tableOfBeforeAfter } from './kinds/before-after.js'
import { sentenceOfGrid, tableOfGrid } from './kinds/grid.js'
import { sentenceOfRun, tableOfRun } from './kinds/run.js'
import { sentenceOfTimeline, tableOfTimeline } from './kinds/timeline.js'

/** What a chart shows, in words and as a table. Nothing is drawn, so it costs nothing. */
export function describeChart(chart: Chart): Described {
  return { title: chart.title, sentence: sentenceOf(chart), table: tableOf(chart) }
}

function sentenceOf(chart: Chart): string {
  switch (chart.kind) {
    case 'run':
      return sentenceOfRun(chart)
    case 'before-after':
      return sentenceOfBeforeAfter(chart)
    case 'timeline':
      return sentenceOfTimeline(chart)
    default:
      return sentenceOfGrid(chart)
  }
}

function tableOf(chart: Chart): ChartTable {
  switch (chart.kind) {
    case 'run':
      return tableOfRun(chart)
    case 'before-after':
      return tableOfBeforeAfter(chart)
    case 'timeline':
      return tableOfTimeline(chart)
    default:
      return tableOfGrid(chart)
  }
}
