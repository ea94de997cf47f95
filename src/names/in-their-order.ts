import { byName } from '../words/words.js'
import type { Block, Chart, Document, Inline, List, Table } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { withoutMarks } from '../documents/notes.js'
import { textOfBlocks } from '../documents/to-text.js'

/**
 * The document with these names in the order of the alphabet wherever they stand in a row: in a sentence, a list, or at the head of
 * columns or rows. What was written while schools had other names kept their order, and would tell which is which.
 * @param names pseudonyms, as they stand in the document
 */
export function inTheirOrder(document: Document, names: string[]): Document {
  if (names.length < 2) return document
  const order = new Order(names)
  const { titlePage, schools } = document
  return {
    ...document,
    titlePage: { ...titlePage, lines: titlePage.lines.map(line => order.inWords(line)) },
    ...(schools && { schools: order.sorted(schools, name => name) }),
    parts: order.inBlocks(document.parts),
  }
}

/** In a sentence with one of these, who comes first may be what it says: “counted nine and thirteen”, “the latter”. */
const leansOnOrder =
  /[\d,;:]|\b(?:and|or|respectively|former|latter|first|second|third|last|then|turn|order|each|both)\b/i

/** As a write-up that is begun from the records says who asked (src/write-ups/sentences.ts): nothing in it follows their order. */
const begunByUs = /\bcolleagues from $/

class Order {
  private readonly row: RegExp

  constructor(private readonly names: string[]) {
    const one = [...names]
      .sort((a, b) => b.length - a.length)
      .map(name => name.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&'))
    const name = `(?<![\\p{L}\\p{N}])(?:${one.join('|')})(?![\\p{L}\\p{N}])`
    this.row = new RegExp(`${name}(?:(?:, and |, | and )${name})+`, 'gu')
  }

  /** The places that names have are theirs together; in them they stand in the order of the alphabet. */
  sorted<One>(all: One[], wordsOf: (one: One) => string): One[] {
    const nameOf = (one: One) => this.names.find(name => name === wordsOf(one).trim())
    const named = all.filter(one => nameOf(one) !== undefined)
    const next = [...named].sort((one, other) => byName({ name: nameOf(one)! }, { name: nameOf(other)! }))
    return all.map(one => (nameOf(one) === undefined ? one : next.shift()!))
  }

  /**
   * `Cedar School, Ash School and Birch School`. Somebody’s sentence stays as it is where the order may be part of what it says: better
   * that an order tells something than that a sentence becomes wrong.
   * @param whole the words among which these stand
   */
  inWords(text: string, whole = text): string {
    return text.replace(this.row, found => {
      const { before, after } = sentenceAround(found, whole)
      if (!begunByUs.test(before) && leansOnOrder.test(`${before} ${after}`)) return found
      const marks = found.split(/(, and |, | and )/)
      const named = marks.filter((_, at) => at % 2 === 0).sort((name, other) => byName({ name }, { name: other }))
      return marks.map((mark, at) => (at % 2 === 0 ? named[at / 2]! : mark)).join('')
    })
  }

  inBlocks(blocks: Block[]): Block[] {
    return blocks.map(block => this.inBlock(block))
  }

  private inBlock(block: Block): Block {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, inlines: this.inLine(block.inlines) }
      case 'list':
        return this.inList(block)
      case 'table':
        return this.inTable(block)
      case 'chart':
        return this.inChart(block)
      case 'quotation':
        return { ...block, blocks: this.inBlocks(block.blocks) }
      case 'figure':
        return { ...block, caption: this.inLine(block.caption) }
      default:
        return block
    }
  }

  private inLine(inlines: Inline[]): Inline[] {
    return this.inInlines(inlines, inlineText(inlines))
  }

  private inInlines(inlines: Inline[], whole: string): Inline[] {
    return inlines.map(inline => {
      if (inline.kind === 'text') return { ...inline, text: this.inWords(inline.text, whole) }
      return 'inlines' in inline ? { ...inline, inlines: this.inInlines(inline.inlines, whole) } : inline
    })
  }

  /** Items that begin with a school, as in `Ash School: they asked for it.` */
  private inList(list: List): List {
    const items = list.items.map(item => ({ ...item, blocks: this.inBlocks(item.blocks) }))
    return { ...list, items: list.ordered ? items : this.sorted(items, item => begunWith(textOfBlocks(item.blocks))) }
  }

  private inTable(table: Table): Table {
    const head = table.head.map(cell => this.inLine(cell))
    const rows = table.rows.map(row => row.map(cell => this.inLine(cell)))
    const at = this.sorted(
      head.map((_, place) => place),
      place => saidIn(head[place]!),
    )
    const moved = <One>(cells: One[]) => at.map(place => cells[place]!).slice(0, cells.length)
    return {
      ...table,
      head: moved(head),
      alignment: moved(table.alignment),
      rows: this.sorted(rows.map(moved), row => saidIn(row[0] ?? [])),
    }
  }

  /** A drawing that shows schools in the former order is left out, and its numbers stand alone. */
  private inChart(chart: Chart): Chart {
    const table = this.inTable(chart.table)
    const isAsDrawn = shownIn(table) === shownIn(chart.table)
    return { ...chart, sentence: this.inWords(chart.sentence), table, svg: isAsDrawn ? chart.svg : '' }
  }
}

/** What else is said in the sentence in which these names stand in a row. */
function sentenceAround(row: string, whole: string): { before: string; after: string } {
  const at = whole.indexOf(row)
  if (at < 0) return { before: whole, after: '' }
  const before = /[^.!?\n]*$/.exec(whole.slice(0, at))![0]
  const after = /^[^.!?\n]*/.exec(whole.slice(at + row.length))![0]
  return { before, after }
}

function begunWith(text: string): string {
  return /^[^:,\n]+(?=[:,])/.exec(text)?.[0] ?? text
}

function saidIn(cell: Inline[]): string {
  return inlineText(withoutMarks(cell))
}

function shownIn({ head, rows }: Table): string {
  return JSON.stringify([head, ...rows].map(row => row.map(saidIn)))
}
