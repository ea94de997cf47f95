import type { ChartOnPage } from '../../charts/draw.js'
import type { Block, Chart, Table } from '../../documents/document.js'
import { paragraph } from '../../documents/making-blocks.js'
import { comparisonOpens, nothingRecorded } from '../sentences.js'
import type { Comparison } from '../what-happened/comparing.js'
import { tableOf } from './blocks.js'

/** This term beside the last, each number once: as a table whose bars show it, and the evidence by its kinds. */
export function comparisonBlocks(
  comparison: Comparison,
  terms: ChartOnPage | undefined,
  evidence: ChartOnPage,
): Block[] {
  const { before, term, measures, kinds } = comparison
  const counted = measures.filter(one => one.now + (before ? one.before : 0) > 0)
  if (counted.length === 0) return [paragraph(nothingRecorded)]
  const figure = (count: number) => count.toLocaleString('en-GB')
  const numbers = tableOf(
    before ? 'The network in both terms' : 'The network this term',
    ['What', ...(before ? [before.name] : []), term.name],
    counted.map(one => [one.name, ...(before ? [figure(one.before)] : []), figure(one.now)]),
    [null, ...(before ? (['right'] as const) : []), 'right'],
  )
  return [
    paragraph(comparisonOpens(term.name, before?.name)),
    ...(terms ? chartBlock(terms, numbers, 'row by row') : [numbers]),
    ...(kinds.length > 0 ? chartBlock(evidence, numbersOf(evidence), 'of one measure') : []),
  ]
}

/** @param table the numbers behind it, which may be more than are drawn */
function chartBlock({ title, sentence, svg }: ChartOnPage, table: Table, bars: Chart['bars']): Block[] {
  return svg ? [{ kind: 'chart', title, sentence, table, svg, ...(bars && { bars }) }] : [paragraph(sentence), table]
}

function numbersOf({ title, table }: ChartOnPage): Table {
  return tableOf(title, table.head, table.rows, [null, ...table.head.slice(1).map(() => 'right' as const)])
}
