import type { ChartOnPage } from '../../charts/draw.js'
import type { Block, Chart, Table } from '../../documents/document.js'
import { listed, plural } from '../../words/words.js'
import { paragraph, text } from '../../documents/making-blocks.js'
import { bullets, tableOf } from './blocks.js'
import { comparedInWords, type Comparison } from '../what-happened/comparing.js'

/** This term beside the last, in words, as a table and as pictures. */
export function comparisonBlocks(
  comparison: Comparison,
  terms: ChartOnPage | undefined,
  evidence: ChartOnPage,
): Block[] {
  const { before, term, measures, kinds } = comparison
  const sentences = comparedInWords(comparison)
  if (sentences.length === 0) return [paragraph('Nothing has been recorded this term yet.')]
  const opening = before
    ? `${term.name} beside ${before.name}, from the records of both. More is not better, and fewer is not worse: a term of looking again counts as well.`
    : 'This is the first term that is told of here, so there is nothing to compare it with. Next term’s report begins from these numbers.'
  const figure = (count: number) => count.toLocaleString('en-GB')
  const numbers = tableOf(
    before ? 'The network in both terms' : 'The network this term',
    ['What', ...(before ? [before.name] : []), term.name],
    measures.map(one => [one.name, ...(before ? [figure(one.before)] : []), figure(one.now)]),
    [null, ...(before ? (['right'] as const) : []), 'right'],
  )
  return [
    paragraph(opening),
    ...bullets(sentences.map(text)),
    ...(terms ? chartBlock({ ...terms, sentence: sentenceOfTerms(comparison) }, numbers, 'row by row') : [numbers]),
    ...(kinds.length > 0
      ? chartBlock({ ...evidence, sentence: sentenceOfKinds(comparison) }, numbersOf(evidence), 'of one measure')
      : []),
  ]
}

/** @param table the numbers behind it, which may be more than are drawn */
function chartBlock({ title, sentence, svg }: ChartOnPage, table: Table, bars: Chart['bars']): Block[] {
  return svg ? [{ kind: 'chart', title, sentence, table, svg, ...(bars && { bars }) }] : [paragraph(sentence), table]
}

function numbersOf({ title, table }: ChartOnPage): Table {
  return tableOf(title, table.head, table.rows, [null, ...table.head.slice(1).map(() => 'right' as const)])
}

/** What grew, what shrank and what stayed, without a word of praise or blame. */
function sentenceOfTerms({ measures, before, term }: Comparison): string {
  const named = (which: (now: number, before: number) => boolean) =>
    measures.filter(one => one.now + one.before > 0 && which(one.now, one.before)).map(one => lower(one.name))
  const more = named((now, then) => now > then)
  const fewer = named((now, then) => now < then)
  const same = named((now, then) => now === then)
  const said = [
    more.length > 0 ? `more ${listed(more)}` : '',
    fewer.length > 0 ? `fewer ${listed(fewer)}` : '',
    same.length > 0 ? `as many ${listed(same)}` : '',
  ].filter(Boolean)
  return `${term.name} beside ${before!.name}: ${said.join('; ')}.`
}

function sentenceOfKinds({ kinds, before, term }: Comparison): string {
  const now = kinds.reduce((sum, kind) => sum + kind.now, 0)
  const then = kinds.reduce((sum, kind) => sum + kind.before, 0)
  const most = kinds.filter(kind => kind.now > 0).sort((one, other) => other.now - one.now)[0]
  const beside = before ? `, ${then.toLocaleString('en-GB')} in ${before.name}` : ''
  const mostly = most ? ` Of one kind most often: ${most.kind} (${most.now}).` : ''
  return `${plural(now, 'piece', 'pieces')} of evidence in ${term.name}${beside}.${mostly}`
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
