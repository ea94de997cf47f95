import type { Block, Chart, Document, List, ListItem, StageState, Table } from './document.js'
import { inlineText } from './inline-text.js'
import { withNotesAtEnd } from './notes.js'

/** The words that stand beside each stage of the track, on the page and in the PDF. */
export const STATE_IN_WORDS: Record<StageState, string> = { done: 'done', here: 'we are here', ahead: 'still to come' }

/** The words that stand before a task, as a mark that can be read aloud. */
export const TASK_MARK = { done: '☑', open: '☐' } as const

/**
 * A document's plain text in reading order: title page, then each block, a blank line between.
 * The list of contents and the foot are ways through the document, not part of its text.
 */
export function textOf(document: Document): string {
  return [...titleText(document), ...withNotesAtEnd(document.parts).map(textOfBlock)]
    .filter(text => text !== '')
    .join('\n\n')
}

function titleText({ kindOfDocument, titlePage, address }: Document): string[] {
  const track = titlePage.stageTrack?.map(({ stage, state }) => `${stage}: ${STATE_IN_WORDS[state]}`) ?? []
  return [kindOfDocument, titlePage.heading, titlePage.subtitle ?? '', ...titlePage.lines, address ?? '', ...track]
}

/** The plain text of one block. */
export function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.inlines)
    case 'list':
      return block.items.map((item, at) => `${labelOf(block, item, at)} ${textOfBlocks(item.blocks)}`).join('\n')
    case 'table':
      return textOfTable(block)
    case 'figure':
      return inlineText(block.caption)
    case 'chart':
      return textOfChart(block)
    case 'quotation':
      return [textOfBlocks(block.blocks), sourceText(block.source)].filter(text => text !== '').join('\n\n')
    case 'code':
      return block.text
    case 'rule':
      return ''
    case 'notes':
      return [NOTES, ...block.notes.map(({ number, blocks }) => `[${number}] ${textOfBlocks(blocks)}`)].join('\n\n')
    case 'drawing':
      return inlineText(block.caption)
    case 'index':
      return block.entries.map(({ text }) => text).join('\n')
    case 'blank':
      return block.label
  }
}

export function textOfBlocks(blocks: Block[]): string {
  return blocks.map(textOfBlock).join('\n\n')
}

/** What stands before an item: its number, its bullet, or the box of a task. */
export function labelOf(list: List, item: ListItem, at: number): string {
  if (item.task) return TASK_MARK[item.task]
  return list.ordered ? `${(list.start ?? 1) + at}.` : '•'
}

/** Where a quotation comes from, as one line: '— Year 4 pupil, E12 Talk partners in maths'. */
export function sourceText(source: { label: string; title: string; by?: string } | undefined): string {
  if (!source) return ''
  return `— ${source.by ? `${source.by}, ` : ''}${source.label} ${source.title}`.trimEnd()
}

/** What stands above the notes. */
export const NOTES = 'Notes'

const NUMBERS_BEHIND = 'The numbers behind this chart'

/** What stands above the numbers of a chart; undefined where they stand elsewhere. Bars stand in their numbers, also there. */
export function aboveNumbers({ bars, numbersElsewhere }: Chart): string | undefined {
  if (bars) return numbersElsewhere ? '' : 'In numbers'
  return numbersElsewhere ? undefined : NUMBERS_BEHIND
}

function textOfChart(chart: Chart): string {
  const { title, sentence, table } = chart
  const above = aboveNumbers(chart)
  const numbers = above === undefined ? [] : [above, textOfTable({ ...table, caption: undefined })]
  return [title, sentence, ...numbers].filter(words => words !== '').join('\n\n')
}

function textOfTable(table: Table): string {
  const rows = [table.head, ...table.rows].map(row => row.map(inlineText).join('\t'))
  return [...(table.caption ? [inlineText(table.caption)] : []), ...rows].join('\n')
}
