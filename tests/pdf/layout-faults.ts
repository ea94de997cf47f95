import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Document } from '../../src/documents/document.js'
import { laidOut } from '../../src/pdf/compose.js'
import type { Form } from '../../src/pdf/form.js'

/** What a page may not be, in points and shares. */
export interface Asked {
  /** The smallest type. */
  type: number
  /** The share of a page that is filled at least, unless it ends a part or the whole. */
  full: number
}

const usual: Asked = { type: 8, full: 0.4 }

interface Words {
  words: string
  left: number
  right: number
  top: number
  bottom: number
  size: number
}

interface Node {
  role: string
  children: (Node | { type: string; id: string })[]
}

/**
 * The faults of a drawn PDF that a printer would send back, each in a sentence: read off the pages as they were drawn, and, for
 * how full they are, off the record of what was laid on them.
 */
export async function layoutFaults(
  bytes: Uint8Array,
  document: Document,
  pictures: Record<string, string>,
  form: Form,
  asked: Partial<Asked> = {},
): Promise<string[]> {
  const found = await wordsAndOrderFaults(bytes, asked)
  return form.sheets ? found : [...found, ...holes(document, pictures, form, { ...usual, ...asked })]
}

/** The same of a PDF that was drawn elsewhere: all but how full its pages are. */
export async function wordsAndOrderFaults(bytes: Uint8Array, asked: Partial<Asked> = {}): Promise<string[]> {
  const pages = await pagesOf(bytes)
  const words = pages.flatMap((page, at) => wordsOnPage(page, at + 1, { ...usual, ...asked }))
  return [...words, ...acrossPages(pages)]
}

interface Page {
  width: number
  height: number
  words: Words[]
  /** What is said on the page, in reading order, with the roles above it. */
  leaves: { roles: string[]; table: Node | undefined; text: string }[]
}

async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , width, height] = page.view as [number, number, number, number]
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const said = new Map<string, string>()
    const words: Words[] = []
    const open: (string | undefined)[] = []
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop()
        else open.push((item as { id?: string }).id ?? open.at(-1))
        continue
      }
      const id = open.at(-1)
      if (id) said.set(id, `${said.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
      if (item.str.trim() !== '') words.push(boxOf(item, height))
    }
    const tree = (await page.getStructTree()) as Node | null
    pages.push({ width, height, words, leaves: tree ? leavesOf(tree, said) : [] })
  }
  await pdf.destroy()
  return pages
}

interface TextItem {
  str: string
  transform: number[]
  width: number
}

/** Upright or turned by a quarter. */
function boxOf({ str, transform, width }: TextItem, height: number): Words {
  const [a, b, , , x, y] = transform as [number, number, number, number, number, number]
  const size = Math.hypot(a, b)
  const [right, up] = Math.abs(a) > Math.abs(b) ? [x + width, y + size * 0.7] : [x + size, y + width]
  return { words: str, left: x, right, top: height - up, bottom: height - y, size }
}

function leavesOf(tree: Node, said: Map<string, string>): Page['leaves'] {
  const leaves: Page['leaves'] = []
  const walk = (node: Node, roles: string[], table: Node | undefined) => {
    const own = node.role === 'Table' ? node : table
    for (const child of node.children) {
      if ('role' in child) walk(child, [...roles, child.role], own)
      else if (said.get(child.id)?.trim()) leaves.push({ roles, table: own, text: said.get(child.id)! })
    }
  }
  walk(tree, [], undefined)
  return leaves
}

/** Five millimetres. */
const CUT = 14

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const BROKEN = [
  new RegExp(`\\b\\d{1,2}\\n(?:${MONTH})\\b`),
  new RegExp(`\\b(?:${MONTH})\\n\\d{4}\\b`),
  /\b(?:Year|Class|Key Stage)\n\d{1,2}\b/,
  /\d[,.]\n\d{3}\b/,
  /[([“]\s\w/,
]

function wordsOnPage({ width, height, words, leaves }: Page, number: number, { type }: Asked): string[] {
  const faults: string[] = []
  const on = (what: string) => faults.push(`page ${number}: ${what}`)
  for (const one of words) {
    if (one.size < type - 0.05) on(`“${one.words}” is set in ${one.size.toFixed(1)} points`)
    if (one.left < -0.5 || one.right > width + 0.5 || one.top < -0.5 || one.bottom > height + 0.5)
      on(`“${one.words}” leaves the paper`)
    else if (one.left < CUT || one.right > width - CUT || one.top < CUT || one.bottom > height - CUT)
      on(`“${one.words}” stands where a printer prints nothing`)
  }
  words.forEach((one, at) => {
    for (const other of words.slice(at + 1))
      if (overlap(one, other)) on(`“${one.words}” and “${other.words}” stand upon one another`)
  })
  for (const { text } of leaves)
    for (const pattern of BROKEN) {
      const found = pattern.exec(text)
      if (found) on(`“${found[0].replace('\n', ' / ')}” is broken`)
    }
  return faults
}

/** Whether a third of the smaller lies within the larger. */
function overlap(one: Words, other: Words): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  if (across <= 1 || down <= 1) return false
  const area = ({ left, right, top, bottom }: Words) => (right - left) * (bottom - top)
  return across * down > Math.min(area(one), area(other)) * 0.34
}

function acrossPages(pages: Page[]): string[] {
  const faults: string[] = []
  pages.forEach(({ leaves }, at) => {
    const last = leaves.at(-1)
    const next = pages[at + 1]?.leaves[0]
    if (!last || !next) return
    const endsWith = last.roles.join('/')
    if (/\bH[1-4]\b/.test(endsWith) && !/\bH1\b/.test(endsWith))
      faults.push(`page ${at + 1}: the heading “${last.text.trim()}” is the last on it`)
    const isLead = last.roles.at(-1) === 'P' && !last.roles.some(role => ['L', 'Table', 'BlockQuote'].includes(role))
    if (isLead && (next.roles.includes('L') || next.roles.includes('Table')))
      faults.push(`page ${at + 1}: “${last.text.trim().slice(-60)}” is parted from what it leads to`)
    if (last.table && next.table && !rolesIn(next.table).includes('THead')) {
      const rows = [rowsIn(last.table), rowsIn(next.table)]
      if (rows[0]! + rows[1]! > 2 && rows.includes(1))
        faults.push(`pages ${at + 1} and ${at + 2}: one row of a table stands alone`)
    }
    const stray = strayLines(pages[at + 1]!)
    if (stray) faults.push(`page ${at + 2}: “${stray}” ends a part and stands alone above the next`)
  })
  return faults
}

/** The few words at the head of a page that still belong to the part before, where the next follows at once. */
function strayLines({ leaves }: Page): string | undefined {
  const next = leaves.findIndex(({ roles }) => roles.some(role => role === 'H2' || role === 'H3'))
  const before = leaves.slice(0, next)
  const text = before.map(leaf => leaf.text.trim()).join('\n')
  const isText = before.every(({ roles }) => !roles.some(role => ['Table', 'Caption', 'TOC'].includes(role)))
  return next > 0 && isText && text.split('\n').length <= 2 ? text.replace('\n', ' ') : undefined
}

/** Rows of its body on this page, but not the second half of one that goes on. */
function rowsIn(table: Node): number {
  const body = table.children.find(child => 'role' in child && child.role === 'TBody') as Node | undefined
  return body?.children.filter(child => 'role' in child && child.role === 'TR').length ?? 0
}

function rolesIn(node: Node): string[] {
  return node.children.flatMap(child => ('role' in child ? [child.role, ...rolesIn(child)] : []))
}

/** Pages that are rather empty though the text goes on. */
function holes(document: Document, pictures: Record<string, string>, form: Form, { full }: Asked): string[] {
  const sheets = laidOut(document, pictures, form)
  return sheets.flatMap(({ page, paper }, at) => {
    const next = sheets[at + 1]?.page[0]
    if (!next || next.slab.beginsPage || (at === 0 && form.titlePage)) return []
    const foot = Math.max(...page.map(({ slab, y }) => y + slab.height)) - paper.top
    const share = foot / paper.room
    return share < full ? [`page ${at + 1}: ${Math.round(share * 100)} per cent of it is used`] : []
  })
}
