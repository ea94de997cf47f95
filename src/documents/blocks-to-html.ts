import type {
  Blank,
  Block,
  Chart,
  Code,
  Drawing,
  Figure,
  Heading,
  Index,
  Inline,
  List,
  ListItem,
  Notes,
  Paragraph,
  Quotation,
  Table,
} from './document.js'
import { readsFromTheRight } from './letters/direction.js'
import { inlineText } from './inline-text.js'
import { escaped, inlinesHtml, type Around } from './inlines-to-html.js'
import { srcsetOf } from '../files/pictures/sizes.js'
import { readSvg, writeSvg } from './svg.js'
import { aboveNumbers, NOTES, TASK_MARK, textOfBlock, textOfBlocks } from './to-text.js'

export type PictureAddress = (id: string, size?: 'thumbnail' | 'middle' | 'small') => string

/** What the blocks of one page share. */
export interface Page {
  /** Gives the address of a picture on this site, in one of its sizes where it comes in several. */
  pictureAddress: PictureAddress
  /** How the addresses of its notes begin. */
  notes: string
  /** Whether the words around a block begin at the right, as those of a quotation or list in Urdu do. */
  fromRight?: boolean
}

export function blocksHtml(blocks: Block[], on: Page): string {
  return blocks.map(block => blockHtml(block, on)).join('\n')
}

export function blockHtml(block: Block, on: Page): string {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block, on)
    case 'paragraph':
      return paragraphHtml(block, on)
    case 'list':
      return listHtml(block, on)
    case 'table':
      return tableHtml(block, on)
    case 'figure':
      return figureHtml(block, on)
    case 'chart':
      return chartHtml(block, on)
    case 'quotation':
      return quotationHtml(block, on)
    case 'code':
      return codeHtml(block)
    case 'rule':
      return '<hr>'
    case 'notes':
      return notesHtml(block, on)
    case 'drawing':
      return drawingHtml(block, on)
    case 'index':
      return indexHtml(block)
    case 'blank':
      return blankHtml(block)
  }
}

/** What is told of a block to the words in it. */
function around(block: Block, { notes }: Page): Around {
  return { language: block.language, notes, fromRight: fromRight(block) }
}

function fromRight(block: Block): boolean {
  if (block.kind === 'quotation') return readsFromTheRight(textOfBlocks(block.blocks))
  return readsFromTheRight(textOfBlock(block))
}

function paragraphHtml(paragraph: Paragraph, on: Page): string {
  const { id, manner } = paragraph
  const looks = [id ? 'entry' : '', manner ? `manner-${manner}` : ''].filter(Boolean).join(' ')
  const named = `${id ? ` id="${escaped(id)}"` : ''}${looks ? ` class="${looks}"` : ''}`
  return `<p${named}${said(paragraph)}>${inlinesHtml(paragraph.inlines, around(paragraph, on))}</p>`
}

/** Most of its letters decide the direction of a block: a paragraph in Urdu reads from the right on any page. */
function said(block: Block): string {
  const direction = ` dir="${fromRight(block) ? 'rtl' : 'ltr'}"`
  return block.language ? ` lang="${escaped(block.language)}"${direction}` : direction
}

function headingHtml(heading: Heading, on: Page): string {
  const tag = `h${heading.level}`
  const id = heading.id ? ` id="${escaped(heading.id)}"` : ''
  return `<${tag}${id}${said(heading)}>${inlinesHtml(heading.inlines, around(heading, on))}</${tag}>`
}

function listHtml(list: List, on: Page): string {
  const tag = list.ordered ? 'ol' : 'ul'
  const start = list.ordered && list.start !== undefined && list.start !== 1 ? ` start="${list.start}"` : ''
  const within = { ...on, fromRight: fromRight(list) }
  const items = list.items.map(item => itemHtml(item, list.tight, within)).join('\n')
  return `<${tag}${start}${said(list)}>\n${items}\n</${tag}>`
}

function itemHtml(item: ListItem, tight: boolean, on: Page): string {
  const body = item.blocks.map(block =>
    tight && block.kind === 'paragraph' ? lineHtml(block.inlines, block, on) : blockHtml(block, on),
  )
  if (!item.task) return `<li>${body.join('\n')}</li>`
  const label = item.task === 'done' ? 'done' : 'not done yet'
  const mark = `<span class="task-mark" role="img" aria-label="${label}">${TASK_MARK[item.task]}</span>`
  return `<li class="task">${mark} ${body.join('\n')}</li>`
}

/** Words within a list or table, whose bullets and columns keep their side though these words may begin at the other. */
function lineHtml(inlines: Inline[], block: Block, on: Page): string {
  const own = readsFromTheRight(inlineText(inlines))
  const words = inlinesHtml(inlines, { language: block.language, notes: on.notes, fromRight: own })
  return own === (on.fromRight ?? false) || words === '' ? words : `<span dir="${own ? 'rtl' : 'ltr'}">${words}</span>`
}

function tableHtml(table: Table, page: Page): string {
  const on = { ...page, fromRight: fromRight(table) }
  const caption = table.caption ? `<caption>${inlinesHtml(table.caption, around(table, on))}</caption>` : ''
  const head = `<tr>${table.head.map((cell, at) => cellHtml('th', cell, table, at, on, 'col')).join('')}</tr>`
  const rows = table.rows.map(row => `<tr>${row.map((cell, at) => bodyCellHtml(cell, table, at, on)).join('')}</tr>`)
  const body = rows.length ? `<tbody>${rows.join('\n')}</tbody>` : ''
  return (
    `<div class="table-scroll" tabindex="0" role="region" aria-label="${escaped(labelOfTable(table))}">` +
    `<table${said(table)}>${caption}<thead>${head}</thead>${body}</table></div>`
  )
}

function bodyCellHtml(cell: Inline[], table: Table, at: number, on: Page): string {
  return table.rowHeads && at === 0 ? cellHtml('th', cell, table, at, on, 'row') : cellHtml('td', cell, table, at, on)
}

function cellHtml(tag: 'th' | 'td', cell: Inline[], table: Table, at: number, on: Page, scope?: string): string {
  const align = table.alignment[at]
  const look = align ? ` class="align-${align}"` : ''
  return `<${tag}${scope ? ` scope="${scope}"` : ''}${look}>${lineHtml(cell, table, on)}</${tag}>`
}

function labelOfTable(table: Table): string {
  if (table.caption) return inlineText(table.caption)
  const heads = table.head.map(inlineText).filter(text => text.trim() !== '')
  return heads.length ? `Table: ${heads.join(', ')}` : 'Table'
}

function figureHtml(figure: Figure, on: Page): string {
  const { id, width, height } = figure.picture
  const image =
    `<img src="${escaped(on.pictureAddress(id))}"${inSizesHtml(figure, on)} alt="${escaped(figure.alt)}"` +
    ` width="${Number(width)}" height="${Number(height)}" loading="lazy">`
  const caption = figure.caption.length
    ? `<figcaption>${inlinesHtml(figure.caption, around(figure, on))}</figcaption>`
    : ''
  const look = figure.beside ? ' picture-beside' : figure.wide ? ' picture-wide' : ''
  return `<figure class="picture${look}"${said(figure)}>${image}${caption}</figure>`
}

/** Where a picture has but one address, there is nothing to choose. */
function inSizesHtml({ picture, wide, beside }: Figure, on: Page): string {
  if (on.pictureAddress(picture.id, 'middle') === on.pictureAddress(picture.id)) return ''
  const srcset = srcsetOf(picture, size => on.pictureAddress(picture.id, size))
  return ` srcset="${escaped(srcset)}" sizes="(min-width: 48em) ${wide ? 700 : beside ? 280 : 480}px, 92vw"`
}

/** The drawing, with its sentence for those who do not see it, and the numbers to be opened below. */
function chartHtml(chart: Chart, on: Page): string {
  const drawing = readSvg(chart.svg)
  const name = [chart.title, chart.sentence].filter(words => words !== '').join('. ')
  const above = aboveNumbers(chart)
  return (
    `<figure class="chart"${said(chart)}>` +
    `<figcaption>${chart.title ? `<strong>${escaped(chart.title)}</strong><br>` : ''}${escaped(chart.sentence)}</figcaption>` +
    `<div class="chart-drawing chart-picture" role="img" aria-label="${escaped(name)}">${drawing ? writeSvg(drawing) : ''}</div>` +
    (above
      ? `<details><summary>${above}</summary>${tableHtml({ ...chart.table, caption: undefined }, on)}</details>`
      : '') +
    '</figure>'
  )
}

/** On paper, in points. */
const SMALL = 176

function drawingHtml(drawing: Drawing, on: Page): string {
  const shapes = readSvg(drawing.svg)
  const caption = drawing.caption.length
    ? `<figcaption>${inlinesHtml(drawing.caption, around(drawing, on))}</figcaption>`
    : ''
  // A small one is a mark or a code; a large one is looked at as a chart is.
  const [outer, inner] =
    drawing.width > SMALL ? ['chart', 'chart-drawing chart-picture'] : ['drawing', 'drawing-shapes']
  return (
    `<figure class="${outer}"${said(drawing)}>` +
    `<div class="${inner}" role="img" aria-label="${escaped(drawing.alt)}">${shapes ? writeSvg(shapes) : ''}</div>` +
    `${caption}</figure>`
  )
}

function indexHtml(index: Index): string {
  const lines = index.entries.map(({ id, text }) => `<li><a href="#${escaped(id)}">${escaped(text)}</a></li>`)
  return `<ul class="index"${said(index)}>${lines.join('\n')}</ul>`
}

function blankHtml(blank: Blank): string {
  return `<p class="blank blank-${blank.lines > 1 ? 'lines' : 'line'}"${said(blank)}>${escaped(blank.label)}</p>`
}

function quotationHtml(quotation: Quotation, on: Page): string {
  const words = blocksHtml(quotation.blocks, { ...on, fromRight: fromRight(quotation) })
  return `<blockquote${said(quotation)}>\n${words}${sourceHtml(quotation)}\n</blockquote>`
}

function sourceHtml({ source }: Quotation): string {
  if (!source) return ''
  const by = source.by ? `${escaped(source.by)}, ` : ''
  const number = inlinesHtml([{ kind: 'reference', label: source.label, title: source.title, href: source.href }])
  return `\n<footer>— ${by}<cite>${number}${source.title ? ` ${escaped(source.title)}` : ''}</cite></footer>`
}

function codeHtml(code: Code): string {
  return `<pre tabindex="0"><code>${escaped(code.text)}</code></pre>`
}

/** The notes below the text; the number of each leads back to its first mark. */
function notesHtml({ notes }: Notes, on: Page): string {
  const each = notes.map(({ number, blocks }) => {
    const back = `<a href="#${on.notes}-${number}-1" role="doc-backlink" aria-label="[${number}] Back to the text">[${number}]</a>`
    return `<div class="note" id="${on.notes}-${number}">${back} <div class="note-words">${blocksHtml(blocks, on)}</div></div>`
  })
  const title = `${on.notes}-title`
  return `<section class="notes" role="doc-endnotes" aria-labelledby="${title}"><p class="notes-title" id="${title}">${NOTES}</p>${each.join('')}</section>`
}
