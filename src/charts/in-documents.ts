import type { Chart as ChartBlock, Inline } from '../documents/document.js'
import type { Chart } from './chart.js'
import { chartOnPage } from './draw.js'

/** A chart as a block of a document; where it cannot be drawn, its sentence and its numbers stand alone. */
export async function chartBlock(chart: Chart, of?: ChartBlock['of']): Promise<ChartBlock> {
  const { title, sentence, table, svg } = await chartOnPage(chart)
  return {
    kind: 'chart',
    title,
    sentence,
    svg,
    table: {
      kind: 'table',
      head: table.head.map(text),
      rows: table.rows.map(row => row.map(text)),
      alignment: table.head.map((_, at) => (at === 0 ? null : 'right')),
      rowHeads: true,
    },
    ...(chart.kind === 'grid' && { bars: 'of one measure' as const }),
    ...(of && { of }),
  }
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
