import sanitizeHtml from 'sanitize-html'
import { inlinesOfWords, type Citations } from './citations.js'
import type { Block, Chart, Code, Figure, Heading, List, ListItem, Quotation, Table } from './document.js'
import { blocksFrom } from './from-markdown.js'
import { withOwnIds, withoutIds } from './headings.js'
import { inlineText } from './inline-text.js'
import { escaped, inlinesHtml } from './inlines-to-html.js'
import { readSvg, SVG_ATTRIBUTES, SVG_ELEMENTS, writeSvg } from './svg.js'
import { NUMBERS_BEHIND, TASK_MARK } from './to-text.js'

type PictureAddress = (id: string) => string

/** Everything that a document may hold on a page; a second wall behind the escaping. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'table',
    'caption',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'figure',
    'figcaption',
    'img',
    'blockquote',
    'footer',
    'cite',
    'pre',
    'code',
    'hr',
    'strong',
    'em',
    's',
    'a',
    'br',
    'div',
    'span',
    'details',
    'summary',
    ...SVG_ELEMENTS,
  ],
  allowedAttributes: {
    '*': ['class', 'id', 'lang', 'dir'],
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    ol: ['start'],
    th: ['scope'],
    div: ['tabindex', 'role', 'aria-label'],
    span: ['role', 'aria-label'],
    pre: ['tabindex'],
    ...Object.fromEntries([...SVG_ELEMENTS].map(name => [name, [...SVG_ATTRIBUTES]])),
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  parser: { lowerCaseAttributeNames: false },
}

/**
 * Blocks as HTML that is safe to show as it stands.
 *
 * @param pictureAddress gives the address of a picture on this site
 */
export function htmlOf(blocks: Block[], { pictureAddress }: { pictureAddress: PictureAddress }): string {
  return sanitizeHtml(blocksHtml(withOwnIds(blocks), pictureAddress), ALLOWED)
}

/**
 * Everyday Markdown on a page, such as a comment or a note, as safe HTML; its headings begin at level 3 and have no ids, since a page may hold many of them. Its line breaks are kept.
 */
export function markdownHtml(markdown: string, citations?: Citations): string {
  return htmlOf(withoutIds(blocksFrom(markdown, { lineBreaks: 'kept', citations })), { pictureAddress: () => '' })
}

/** Words that are not Markdown, such as a claim, as safe HTML with their citations. */
export function wordsHtml(words: string, citations?: Citations): string {
  return inlinesHtml(inlinesOfWords(words, citations))
}

function blocksHtml(blocks: Block[], pictureAddress: PictureAddress): string {
  return blocks.map(block => blockHtml(block, pictureAddress)).join('\n')
}

function blockHtml(block: Block, pictureAddress: PictureAddress): string {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block)
    case 'paragraph':
      return `<p${block.id ? ` id="${escaped(block.id)}" class="entry"` : ''}${said(block)}>${inlinesHtml(block.inlines)}</p>`
    case 'list':
      return listHtml(block, pictureAddress)
    case 'table':
      return tableHtml(block)
    case 'figure':
      return figureHtml(block, pictureAddress)
    case 'chart':
      return chartHtml(block)
    case 'quotation':
      return quotationHtml(block, pictureAddress)
    case 'code':
      return codeHtml(block)
    case 'rule':
      return '<hr>'
  }
}

/** Letters decide their own direction, so that a paragraph in Urdu reads from the right on any page. */
function said(block: Block): string {
  return block.language ? ` lang="${escaped(block.language)}" dir="auto"` : ' dir="auto"'
}

function headingHtml(heading: Heading): string {
  const tag = `h${heading.level}`
  const id = heading.id ? ` id="${escaped(heading.id)}"` : ''
  return `<${tag}${id}${said(heading)}>${inlinesHtml(heading.inlines)}</${tag}>`
}

function listHtml(list: List, pictureAddress: PictureAddress): string {
  const tag = list.ordered ? 'ol' : 'ul'
  const start = list.ordered && list.start !== undefined && list.start !== 1 ? ` start="${list.start}"` : ''
  const items = list.items.map(item => itemHtml(item, list.tight, pictureAddress)).join('\n')
  return `<${tag}${start}${said(list)}>\n${items}\n</${tag}>`
}

function itemHtml(item: ListItem, tight: boolean, pictureAddress: PictureAddress): string {
  const body = item.blocks.map(block =>
    tight && block.kind === 'paragraph' ? inlinesHtml(block.inlines) : blockHtml(block, pictureAddress),
  )
  if (!item.task) return `<li>${body.join('\n')}</li>`
  const label = item.task === 'done' ? 'done' : 'not done yet'
  const mark = `<span class="task-mark" role="img" aria-label="${label}">${TASK_MARK[item.task]}</span>`
  return `<li class="task">${mark} ${body.join('\n')}</li>`
}

function tableHtml(table: Table): string {
  const caption = table.caption ? `<caption>${inlinesHtml(table.caption)}</caption>` : ''
  const head = `<tr>${table.head.map((cell, at) => cellHtml('th', cell, table, at, 'col')).join('')}</tr>`
  const rows = table.rows.map(row => `<tr>${row.map((cell, at) => bodyCellHtml(cell, table, at)).join('')}</tr>`)
  const body = rows.length ? `<tbody>${rows.join('\n')}</tbody>` : ''
  return (
    `<div class="table-scroll" tabindex="0" role="region" aria-label="${escaped(nameOf(table))}">` +
    `<table${said(table)}>${caption}<thead>${head}</thead>${body}</table></div>`
  )
}

function bodyCellHtml(cell: Table['head'][number], table: Table, at: number): string {
  return table.rowHeads && at === 0 ? cellHtml('th', cell, table, at, 'row') : cellHtml('td', cell, table, at)
}

function cellHtml(tag: 'th' | 'td', cell: Table['head'][number], table: Table, at: number, scope?: string): string {
  const align = table.alignment[at]
  const look = align ? ` class="align-${align}"` : ''
  return `<${tag}${scope ? ` scope="${scope}"` : ''}${look}>${inlinesHtml(cell)}</${tag}>`
}

function nameOf(table: Table): string {
  if (table.caption) return inlineText(table.caption)
  const heads = table.head.map(inlineText).filter(text => text.trim() !== '')
  return heads.length ? `Table: ${heads.join(', ')}` : 'Table'
}

function figureHtml(figure: Figure, pictureAddress: PictureAddress): string {
  const { id, width, height } = figure.picture
  const image =
    `<img src="${escaped(pictureAddress(id))}" alt="${escaped(figure.alt)}"` +
    ` width="${Number(width)}" height="${Number(height)}" loading="lazy">`
  const caption = figure.caption.length ? `<figcaption>${inlinesHtml(figure.caption)}</figcaption>` : ''
  return `<figure class="picture${figure.wide ? ' picture-wide' : ''}"${said(figure)}>${image}${caption}</figure>`
}

/** The drawing, with its sentence for those who do not see it, and the numbers to be opened below. */
function chartHtml(chart: Chart): string {
  const drawing = readSvg(chart.svg)
  const name = `${chart.title}. ${chart.sentence}`
  return (
    `<figure class="chart"${said(chart)}>` +
    `<figcaption><strong>${escaped(chart.title)}</strong><br>${escaped(chart.sentence)}</figcaption>` +
    `<div class="chart-drawing" role="img" aria-label="${escaped(name)}">${drawing ? writeSvg(drawing) : ''}</div>` +
    `<details><summary>${NUMBERS_BEHIND}</summary>${tableHtml({ ...chart.table, caption: undefined })}</details></figure>`
  )
}

function quotationHtml(quotation: Quotation, pictureAddress: PictureAddress): string {
  const words = blocksHtml(quotation.blocks, pictureAddress)
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
