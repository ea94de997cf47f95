import sanitizeHtml from 'sanitize-html'
import { createHash } from 'node:crypto'
import { blockHtml, type Page } from './blocks-to-html.js'
import { inlinesOfWords, type Citations } from './citations.js'
import { readsFromTheRight } from './letters/direction.js'
import type { Block, Notes } from './document.js'
import { blocksFrom } from './from-markdown.js'
import { withOwnIds, withoutIds } from './headings.js'
import { inlineText } from './inline-text.js'
import { inlinesHtml } from './inlines-to-html.js'
import { withNotesAtEnd } from './notes.js'
import { breatheInTime } from '../web/limits/breathing.js'
import { SVG_ATTRIBUTES, SVG_ELEMENTS } from './svg.js'

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
    'bdi',
    'details',
    'summary',
    'sup',
    'section',
    ...SVG_ELEMENTS,
  ],
  allowedAttributes: {
    '*': ['class', 'id', 'lang', 'dir'],
    a: ['href', 'title', 'role', 'aria-label'],
    section: ['role', 'aria-labelledby'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'srcset', 'sizes'],
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
export function htmlOf(blocks: Block[], on: Pick<Page, 'pictureAddress'>): string {
  return [...eachAsHtml(blocks, on)].join('\n')
}

/** The same of a whole document, which may be long: others have their turn between its blocks. */
export async function htmlOfDocument(blocks: Block[], on: Pick<Page, 'pictureAddress'>): Promise<string> {
  const html: string[] = []
  for (const one of eachAsHtml(blocks, on)) {
    html.push(one)
    await breatheInTime()
  }
  return html.join('\n')
}

function* eachAsHtml(blocks: Block[], { pictureAddress }: Pick<Page, 'pictureAddress'>): Generator<string> {
  const parts = withNotesAtEnd(withOwnIds(blocks))
  const last = parts.at(-1)
  const notes = last?.kind === 'notes' ? `note-${nameFor(last)}` : ''
  for (const block of parts) yield sanitizeHtml(blockHtml(block, { pictureAddress, notes }), ALLOWED)
}

/** Several documents may stand on one page, each with a first note. */
function nameFor(notes: Notes): string {
  return createHash('sha256').update(JSON.stringify(notes)).digest('hex').slice(0, 6)
}

/**
 * Everyday Markdown on a page, such as a comment or a note, as safe HTML; its headings begin at level 3 and have no ids, since a page may hold many of them. Its line breaks are kept.
 */
export function markdownHtml(markdown: string, citations?: Citations): string {
  return htmlOf(withoutIds(blocksFrom(markdown, { lineBreaks: 'kept', citations })), { pictureAddress: () => '' })
}

/** Words that are not Markdown, such as a claim, as safe HTML with their citations. */
export function wordsHtml(words: string, citations?: Citations): string {
  const inlines = inlinesOfWords(words, citations)
  return inlinesHtml(inlines, { fromRight: readsFromTheRight(inlineText(inlines)) })
}
