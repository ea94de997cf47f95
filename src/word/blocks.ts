import {
  BookmarkEnd,
  BookmarkStart,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import type { Block, Figure, Heading, Inline, List, Quotation, Table as TableBlock } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { NUMBERS_BEHIND, TASK_MARK, textOfBlock } from '../documents/to-text.js'
import { readsFromTheRight } from '../documents/direction.js'
import { runsOf, written } from './inlines.js'
import type { WordPicture } from './pictures.js'
import type { Writing } from './writing.js'

/** Where a block stands: in a quotation, at a depth of lists, with a number or bullet of its own. */
interface Place {
  style?: string
  list?: { reference: string; level: number }
  depth: number
  language?: string
}

export type InWord = Paragraph | Table

const HEADINGS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const
const MANNERS: Record<string, string> = { lead: 'Lead', claim: 'Claim', sure: 'Sure', quiet: 'Caption' }

let bookmarks = 0

export function blocksInWord(blocks: Block[], writing: Writing, place: Place = { depth: 0 }): InWord[] {
  return blocks.flatMap(block => blockInWord(block, writing, { ...place, language: block.language ?? place.language }))
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
        ...(block.numbersElsewhere ? [] : tabled({ ...block.table, caption: text(NUMBERS_BEHIND) }, writing, place)),
      ]
    case 'quotation':
      return [...blocksInWord(block.blocks, writing, { ...place, style: 'Quote' }), ...sourced(block, writing, place)]
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
  const number = ++bookmarks
  return [new BookmarkStart(name, number), ...children, new BookmarkEnd(number)]
}

function said(children: ParagraphChild[], block: Block, place: Place, more: IParagraphOptions = {}): Paragraph {
  const { list, style, depth } = place
  return new Paragraph({
    children,
    ...(style && { style }),
    ...(list
      ? { numbering: { reference: list.reference, level: list.level } }
      : depth > 0 && { indent: { left: 400 * depth } }),
    ...(readsFromTheRight(textOfBlock(block)) && { bidirectional: true }),
    ...more,
  })
}

function runs(inlines: Inline[], writing: Writing, { language }: Place): ParagraphChild[] {
  return runsOf(inlines, writing, language ? { language: { value: language } } : {})
}

/** The first paragraph of an item carries its number or bullet; the others stand beneath it. */
function listed(list: List, writing: Writing, place: Place): InWord[] {
  const reference = list.ordered ? writing.newList(list.start ?? 1) : 'bullets'
  const level = Math.min(place.depth, 8)
  return list.items.flatMap(item => {
    const [first, ...rest] = item.blocks
    const inner: Place = { ...place, depth: place.depth + 1, list: undefined }
    const opening: Block = first?.kind === 'paragraph' ? first : { kind: 'paragraph', inlines: [] }
    const mark: Inline[] = item.task ? text(`${TASK_MARK[item.task]} `) : []
    const others = first?.kind === 'paragraph' ? rest : item.blocks
    return [
      ...blocksInWord([{ ...opening, inlines: [...mark, ...opening.inlines] }], writing, {
        ...place,
        list: { reference, level },
      }),
      ...blocksInWord(others, writing, inner),
    ]
  })
}

function tabled(table: TableBlock, writing: Writing, place: Place): InWord[] {
  const columns = Math.max(table.head.length, ...table.rows.map(row => row.length))
  const cell = (inlines: Inline[], at: number, head: boolean) =>
    new TableCell({
      ...(head && { shading: { type: ShadingType.CLEAR, fill: 'e2eeeb' } }),
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: ({ left: 'left', centre: 'center', right: 'right' } as const)[table.alignment[at] ?? 'left'],
          children: runs(head || (table.rowHeads && at === 0) ? strongly(inlines) : inlines, writing, place),
        }),
      ],
    })
  const row = (cells: Inline[][], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: Array.from({ length: columns }, (_, at) => cell(cells[at] ?? [], at, head)),
    })
  const caption = table.caption
    ? [
        said(
          runs(table.caption, writing, place),
          { ...table, kind: 'table' },
          { ...place, style: 'Caption' },
          { keepNext: true },
        ),
      ]
    : []
  return [
    ...caption,
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(table.head, true), ...table.rows.map(cells => row(cells, false))],
    }),
    new Paragraph({ spacing: { after: 60 } }),
  ]
}

function pictured(figure: Figure, writing: Writing, place: Place): InWord[] {
  const picture = writing.pictures.get(figure.picture.id)
  const alt = figure.alt.trim() || inlineText(figure.caption)
  const image = picture ? imaged(picture, alt) : [said(runs(text(`Picture: ${alt}`), writing, place), figure, place)]
  const caption = said(runs(figure.caption, writing, place), figure, { ...place, style: 'Caption' })
  return figure.caption.length ? [...image, caption] : image
}

function imaged(picture: WordPicture | undefined, alt: string): Paragraph[] {
  if (!picture) return []
  const { data, type, width, height } = picture
  const described = written(alt)
  const image = new ImageRun({
    data,
    type,
    transformation: { width, height },
    altText: { name: described.slice(0, 60), title: '', description: described },
  })
  return [new Paragraph({ keepNext: true, children: [image] })]
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
