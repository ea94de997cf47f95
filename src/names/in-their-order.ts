import { byName } from '../words/words.js'
import type { Block, Chart, Document, Inline, List, Table } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { withoutMarks } from '../documents/notes.js'
import { textOfBlocks } from '../documents/to-text.js'

/**
 * The document with these names in the order of the alphabet wherever they stand in a row: in a sentence, a list, at the head of
 * columns or rows, as headings, and those of people where they are its authors. What was written while they had other names kept
 * their order, and would tell which is which.
 * @param names pseudonyms of schools, as they stand in the document
 * @param people pseudonyms of people
 */
export function inTheirOrder(document: Document, names: string[], people: string[] = []): Document {
  if (names.length < 2 && people.length < 2) return document
  const schools = new Order(names)
  const everybody = new Order([...names, ...people])
  const { titlePage } = document
  return {
    ...document,
    titlePage: { ...titlePage, lines: titlePage.lines.map(line => everybody.inLineOfNames(line)) },
    ...(document.authors && { authors: new Order(people).sorted(document.authors, ({ name }) => name) }),
    ...(document.schools && { schools: schools.sorted(document.schools, name => name) }),
    parts: names.length < 2 ? document.parts : schools.inSections(schools.inBlocks(document.parts)),
  }
}

/** People among whom some have pseudonyms: in the places of these, they stand in the order of what they are called. */
export function peopleInTheirOrder(all: string[], people: string[]): string[] {
  return new Order(people).sorted(all, name => name)
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

  /** `By Teacher B, Nia Prŷs and Teacher A`, on a title page: others keep their places. */
  inLineOfNames(line: string): string {
    const [, by, names] = /^(By )?(.*)$/s.exec(line)!
    const parts = names!.split(/(, and |, | and )/)
    const named = this.sorted(
      parts.filter((_, at) => at % 2 === 0),
      name => name,
    )
    return `${by ?? ''}${parts.map((part, at) => (at % 2 === 0 ? named[at / 2]! : part)).join('')}`
  }

  /** Headings that are names of schools change places, each with all that stands beneath it. */
  inSections(blocks: Block[], level = 2): Block[] {
    if (level > LOWEST) return this.inParagraphs(blocks)
    const [before, ...sections] = sectionsOf(blocks, level)
    const told = sections.map(([heading, ...rest]) => [heading!, ...this.inSections(rest, level + 1)])
    return [...this.inSections(before!, level + 1), ...this.sorted(told, ([heading]) => nameAtHead(heading!)).flat()]
  }

  /** So do paragraphs that follow one another and are each led by the name of a school, in bold. */
  private inParagraphs(blocks: Block[]): Block[] {
    const ends = blocks.findIndex(block => !this.isLedByName(block))
    if (ends < 0) return this.sorted(blocks, nameAtHead)
    const begins = blocks.findIndex((block, at) => at > ends && this.isLedByName(block))
    const next = begins < 0 ? blocks.length : begins
    const rest = next < blocks.length ? this.inParagraphs(blocks.slice(next)) : []
    return [...this.sorted(blocks.slice(0, ends), nameAtHead), ...blocks.slice(ends, next), ...rest]
  }

  private isLedByName(block: Block): boolean {
    return block.kind === 'paragraph' && this.names.includes(nameAtHead(block))
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

/** The lowest level of headings. */
const LOWEST = 4

/** What stands before the first heading of a level, and then each of these with what stands beneath it. */
function sectionsOf(blocks: Block[], level: number): Block[][] {
  const sections: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === level) sections.push([block])
    else sections.at(-1)!.push(block)
  }
  return sections
}

/** The name that is a heading, or the bold words that lead a paragraph: `Ash School`, `Ash School:`. */
function nameAtHead(block: Block): string {
  if (block.kind === 'heading') return begunWith(saidIn(block.inlines))
  const lead = block.kind === 'paragraph' ? block.inlines[0] : undefined
  return lead?.kind === 'strong' ? inlineText(lead.inlines).replace(/[.:]$/, '').trim() : ''
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
