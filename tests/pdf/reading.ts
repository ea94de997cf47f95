import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const named = createRequire(import.meta.url)('unicode-emoji-json/data-by-emoji.json') as Record<
  string,
  { name: string }
>
const EMOJI_NAMES = new Set([...Object.values(named).map(({ name }) => name), 'flag', 'keycap', 'family', 'red hair'])

export interface Node {
  role: string
  alt?: string
  lang?: string
  children: (Node | { type: string; id: string })[]
}

export interface Reading {
  pages: number
  title: string
  language: string
  bookmarks: { title: string; items: unknown[] }[]
  trees: Node[]
  /** The text of each marked piece, by its id. */
  said: Map<string, string>
  links: { page: number; url?: string; dest?: unknown; contents: string }[]
}

/** Opens a PDF with pdf.js and reads back what a reader's machine would find in it. */
export async function readBack(bytes: Uint8Array): Promise<Reading> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string } }
  const reading: Reading = {
    pages: pdf.numPages,
    title: info.Title,
    language: info.Language,
    bookmarks: (await pdf.getOutline()) ?? [],
    trees: [],
    said: new Map(),
    links: [],
  }
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at)
    reading.trees.push(await page.getStructTree())
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    hear(items, reading.said)
    for (const { url, dest, contentsObj } of (await page.getAnnotations()) as Annotation[]) {
      reading.links.push({ page: at, url, dest, contents: contentsObj?.str ?? '' })
    }
  }
  await pdf.destroy()
  return reading
}

interface Annotation {
  url?: string
  dest?: unknown
  contentsObj?: { str: string }
}

interface Item {
  type?: string
  id?: string
  str?: string
  hasEOL?: boolean
}

function hear(items: Item[], said: Map<string, string>): void {
  const open: (string | undefined)[] = []
  for (const item of items) {
    if (item.type === 'endMarkedContent') open.pop()
    else if (item.type) open.push(item.id ?? open.at(-1))
    else {
      const id = open.at(-1)
      if (id) said.set(id, (said.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''))
    }
  }
}

/** All nodes of a role, page by page, in reading order. */
export function all({ trees }: Reading, role: string): Node[] {
  return trees.flatMap(tree => within(tree, role))
}

export function within(node: Node, role: string): Node[] {
  const below = node.children.flatMap(child => ('role' in child ? within(child, role) : []))
  return node.role === role ? [node, ...below] : below
}

/** The words in a node, in reading order. */
export function wordsIn(reading: Reading, node: Node, skip: string[] = []): string {
  if (skip.includes(node.role) && !isEmoji(node)) return ''
  return node.children
    .map(child => ('role' in child ? wordsIn(reading, child, skip) : (reading.said.get(child.id) ?? '')))
    .join(isLine(node) ? '' : '\n')
}

/** An emoji is a picture that stands among words, and says itself. */
export function isEmoji(node: Node): boolean {
  return node.role === 'Figure' && node.alt !== undefined && EMOJI_NAMES.has(node.alt.split(':')[0]!)
}

function isLine(node: Node): boolean {
  return [
    'P',
    'H1',
    'H2',
    'H3',
    'H4',
    'Link',
    'Caption',
    'TH',
    'TD',
    'Code',
    'Lbl',
    'Span',
    'Reference',
    'Figure',
  ].includes(node.role)
}

/** All words of the document, without the list of contents. */
export function allWords(reading: Reading): string {
  return reading.trees.map(tree => wordsIn(reading, tree, ['TOC', 'Figure'])).join('\n')
}

/** White space folded, so that lines may end elsewhere. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** What reading machines are told to say instead of what is drawn, in order: text from right to left. */
export function saidInstead(bytes: Buffer): string[] {
  return streamsOf(bytes).flatMap(stream =>
    [...stream.matchAll(/\/ActualText <FEFF([0-9a-f]*)>/g)].map(found => {
      const units = found[1]!.match(/.{4}/g) ?? []
      return String.fromCharCode(...units.map(unit => parseInt(unit, 16)))
    }),
  )
}

/** The content of each page and font, as far as it is deflated text. */
export function streamsOf(bytes: Buffer): string[] {
  const streams: string[] = []
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      streams.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'))
    } catch {
      // a picture, or a part that is not deflated
    }
  }
  return streams
}
