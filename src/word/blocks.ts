import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import type {
  Block,
  Chart,
  Figure,
  Heading,
  Inline,
  List,
  Paragraph as ParagraphBlock,
  Quotation,
  Table as TableBlock,
} from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { aboveNumbers, TASK_MARK, textOfBlock, textOfBlocks } from '../documents/to-text.js'
import { widthsOfColumns } from '../pdf/blocks/columns.js'
import { entriesFrom } from '../documents/entries.js'
import { readsFromTheRight } from '../documents/letters/direction.js'
import { besideWords, belowThePicture, mayStandBeside } from './beside.js'
import { runsOf, written } from './inlines.js'
import type { WordPicture } from './pictures.js'
import type { Writing } from './writing.js'

/** Where a block stands: in a quotation, at a depth of lists, with a number or bullet of its own. */
interface Place {
  style?: string
  list?: { reference: string; level: number }
  depth: number
  language?: string
  /** It stands on the page of what follows, as a quotation does with whose words it is. */
  keepNext?: true
  /** The side from which a list or table runs as a whole; other blocks say it for themselves. */
  fromRight?: boolean
}

export type InWord = Paragraph | Table

const HEADINGS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const
const MANNERS: Record<string, string> = { lead: 'Lead', claim: 'Claim', sure: 'Sure', quiet: 'Caption' }

export function blocksInWord(blocks: Block[], writing: Writing, place: Place = { depth: 0 }): InWord[] {
  const said: InWord[] = []
  let isBeside = false
  for (let at = 0; at < blocks.length; at++) {
    const entries = entriesFrom(blocks, at)
    const block = blocks[at]!
    if (isBeside && !mayStandBeside(block)) said.push(belowThePicture())
    isBeside = (isBeside && mayStandBeside(block)) || (block.kind === 'figure' && block.beside === true)
    if (entries.length > 0) {
      said.push(...entries.map(entry => entryInWord(entry, writing, place)))
      at += entries.length * 2 - 1
    } else said.push(...blockInWord(block, writing, placed(block, place)))
  }
  return said
}

/** What is told of a block to its words. */
function placed(block: Block, place: Place): Place {
  const own = place.fromRight ?? readsFromTheRight(textOfBlock(block))
  return { ...place, language: block.language ?? place.language, fromRight: own }
}

/** A source in one line: its name, which links lead to, and what is told of it. */
function entryInWord([head, words]: [Heading, ParagraphBlock], writing: Writing, place: Place): Paragraph {
  const own = { ...place, style: 'Entry' }
  const name = marked(head.id, runs(strongly(head.inlines), writing, own), writing)
  return said([...name, new TextRun('  '), ...runs(words.inlines, writing, own)], words, own)
}

function blockInWord(block: Block, writing: Writing, place: Place): InWord[] {
  switch (block.kind) {
    case 'heading':
      return [headed(block, writing, place)]
    case 'paragraph': {
      const style = block.manner ? MANNERS[block.manner] : place.style
      return [said(marked(block.id, runs(block.inlines, writing, place), writing), block, { ...place, style })]
    }
    case 'list':
      return listed(block, writing, place)
    case 'table':
      return tabled(block, writing, place)
    case 'figure':
      return pictured(block, writing, place)
    case 'chart':
      return [
        said(runs(strong(block.title), writing, place), block, { ...place, style: 'Caption' }, { keepNext: true }),
        said(runs(text(block.sentence), writing, place), block, { ...place, style: 'Caption' }, { keepNext: true }),
        ...imaged(writing.pictures.get(block.svg), `${block.title}. ${block.sentence}`),
        ...numbersInWord(block, writing, place),
      ]
    case 'quotation':
      return [
        ...blocksInWord(block.blocks, writing, { ...place, style: 'Quote', ...(block.source && { keepNext: true }) }),
        ...sourced(block, writing, place),
      ]
    case 'code':
      return block.text
        .split('\n')
        .map(line => new Paragraph({ style: 'Code', spacing: { after: 0 }, children: [new TextRun(written(line))] }))
    case 'rule':
      return [new Paragraph({ thematicBreak: true })]
    case 'notes':
      return []
    case 'drawing':
      return [
        ...imaged(writing.pictures.get(block.svg), block.alt),
        ...(block.caption.length
          ? [said(runs(block.caption, writing, place), block, { ...place, style: 'Caption' })]
          : []),
      ]
    case 'index':
      return block.entries.map(({ id, text: words }) =>
        said(runs([{ kind: 'link', href: `#${id}`, inlines: text(words) }], writing, place), block, place),
      )
    case 'blank':
      return [
        said(runs(text(block.label), writing, place), block, place),
        ...Array.from({ length: block.lines }, () => new Paragraph({ thematicBreak: true })),
      ]
  }
}

function numbersInWord(chart: Chart, writing: Writing, place: Place): InWord[] {
  const above = aboveNumbers(chart)
  if (above === undefined) return []
  return tabled({ ...chart.table, caption: above === '' ? undefined : text(above) }, writing, place)
}

function headed(heading: Heading, writing: Writing, place: Place): Paragraph {
  const children = marked(heading.id, runs(heading.inlines, writing, place), writing)
  if (!heading.id) return said(runs(strong(inlineText(heading.inlines)), writing, place), heading, place)
  return said(
    children,
    heading,
    { ...place, style: undefined },
    {
      heading: HEADINGS[heading.level],
      ...(heading.beginsPage && { pageBreakBefore: true }),
    },
  )
}

/** A place that links lead to. */
function marked(id: string | undefined, children: ParagraphChild[], writing: Writing): ParagraphChild[] {
  const name = id ? writing.bookmarkOf(id) : undefined
  if (!name) return children
  const number = writing.nextBookmark()
  return [new BookmarkStart(name, number), ...children, new BookmarkEnd(number)]
}

function said(children: ParagraphChild[], block: Block, place: Place, more: IParagraphOptions = {}): Paragraph {
  const { list, style, depth, keepNext } = place
  return new Paragraph({
    children,
    ...(style && { style }),
    ...(keepNext && { keepNext }),
    ...(list
      ? { numbering: { reference: list.reference, level: list.level } }
      : depth > 0 && { indent: { left: 400 * depth } }),
    ...((place.fromRight ?? readsFromTheRight(textOfBlock(block))) && { bidirectional: true }),
    ...more,
  })
}

function runs(inlines: Inline[], writing: Writing, { language, fromRight }: Place): ParagraphChild[] {
  return runsOf(inlines, writing, {
    ...(language && { language: { value: language } }),
    ...(fromRight && { rightToLeft: true }),
  })
}

/** The first paragraph of an item carries its number or bullet; the others stand beneath it. */
function listed(list: List, writing: Writing, place: Place): InWord[] {
  const fromRight = readsFromTheRight(list.items.map(item => textOfBlocks(item.blocks)).join('\n'))
  const reference = list.ordered ? writing.newList(list.start ?? 1) : 'bullets'
  const level = Math.min(place.depth, 8)
  return list.items.flatMap(item => {
    const [first, ...rest] = item.blocks
    const inner: Place = { ...place, depth: place.depth + 1, list: undefined, fromRight }
    const opening: Block = first?.kind === 'paragraph' ? first : { kind: 'paragraph', inlines: [] }
    const mark: Inline[] = item.task ? text(`${TASK_MARK[item.task]} `) : []
    const others = first?.kind === 'paragraph' ? rest : item.blocks
    return [
      ...blocksInWord([{ ...opening, inlines: [...mark, ...opening.inlines] }], writing, {
        ...place,
        fromRight,
        list: { reference, level },
      }),
      ...blocksInWord(others, writing, inner),
    ]
  })
}

/** Between the margins of the page, in points. */
const WIDE = 455

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'ddd4c5' } as const

/** A table with columns as wide as their words ask for, its head again on each page, and rules between rows alone. */
function tabled(table: TableBlock, writing: Writing, place: Place): InWord[] {
  const columns = Math.max(table.head.length, ...table.rows.map(row => row.length))
  if (columns === 0) return []
  const fromRight = readsFromTheRight(textOfBlock(table))
  const own = { ...place, fromRight }
  const squared = { ...table, head: Array.from({ length: columns }, (_, at) => table.head[at] ?? []) }
  const widths = widthsOfColumns(squared, WIDE).map(width => Math.round(width * 20))
  const cell = (inlines: Inline[], at: number, head: boolean) =>
    new TableCell({
      ...(head && { shading: { type: ShadingType.CLEAR, fill: 'e2eeeb' } }),
      width: { size: widths[at]!, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new Paragraph({
          style: 'Cell',
          ...(head && { keepNext: true }),
          ...(fromRight && { bidirectional: true }),
          alignment: ALIGNED[table.alignment[at] ?? 'left'],
          children: runs(head || (table.rowHeads && at === 0) ? strongly(inlines) : inlines, writing, own),
        }),
      ],
    })
  const row = (cells: Inline[][], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: cells.every(inlines => inlineText(inlines).length < 900),
      children: Array.from({ length: columns }, (_, at) => cell(cells[at] ?? [], at, head)),
    })
  const caption = table.caption
    ? [said(runs(table.caption, writing, own), table, { ...own, style: 'Caption' }, { keepNext: true })]
    : []
  return [
    ...caption,
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: fromRight,
      borders: {
        top: NO_LINE,
        bottom: LINE,
        left: NO_LINE,
        right: NO_LINE,
        insideHorizontal: LINE,
        insideVertical: NO_LINE,
      },
      rows: [row(table.head, true), ...table.rows.map(cells => row(cells, false))],
    }),
    new Paragraph({ spacing: { after: 60 } }),
  ]
}

/** In a line from right to left Word takes `left` for where the line begins. */
const ALIGNED = { left: AlignmentType.START, centre: AlignmentType.CENTER, right: AlignmentType.END } as const

function pictured(figure: Figure, writing: Writing, place: Place): InWord[] {
  const picture = writing.pictures.get(figure.picture.id)
  const alt = figure.alt.trim() || inlineText(figure.caption)
  const frame = picture && figure.beside ? { frame: besideWords(picture) } : {}
  const image = picture
    ? imaged(picture, alt, frame)
    : [said(runs(text(`Picture: ${alt}`), writing, place), figure, place)]
  const caption = said(runs(figure.caption, writing, place), figure, { ...place, style: 'Caption' }, frame)
  return figure.caption.length ? [...image, caption] : image
}

function imaged(picture: WordPicture | undefined, alt: string, more: IParagraphOptions = {}): Paragraph[] {
  if (!picture) return []
  const { data, type, width, height } = picture
  const described = written(alt)
  const image = new ImageRun({
    data,
    type,
    transformation: { width, height },
    altText: { name: described.slice(0, 60), title: '', description: described },
  })
  return [new Paragraph({ keepNext: true, children: [image], ...more })]
}

function sourced({ source }: Quotation, writing: Writing, place: Place): InWord[] {
  if (!source) return []
  const words: Inline[] = [
    { kind: 'text', text: `— ${source.by ? `${source.by}, ` : ''}` },
    { kind: 'reference', label: source.label, title: source.title, href: source.href },
    { kind: 'text', text: source.title ? ` ${source.title}` : '' },
  ]
  return [said(runs(words, writing, place), { kind: 'rule' }, { ...place, style: 'Caption' })]
}

function strongly(inlines: Inline[]): Inline[] {
  return inlines.length ? [{ kind: 'strong', inlines }] : []
}

function strong(words: string): Inline[] {
  return strongly(text(words))
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
