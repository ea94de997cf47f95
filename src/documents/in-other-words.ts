import type { Block, Document, Inline, Table } from './document.js'
import { idFrom } from './headings.js'
import { inlineText } from './inline-text.js'
import { withoutMarks } from './notes.js'
import { svgInOtherWords } from './svg.js'

type Words = (text: string) => string

/**
 * The document with every word of it as `words` writes it: text, captions, descriptions of pictures, sources, the title
 * page, and the addresses within it. A link whose address would tell a name becomes plain words.
 */
export function inOtherWords(document: Document, words: Words): Document {
  const { titlePage } = document
  return {
    ...document,
    title: words(document.title),
    titlePage: {
      ...titlePage,
      heading: words(titlePage.heading),
      ...(titlePage.subtitle !== undefined && { subtitle: words(titlePage.subtitle) }),
      lines: titlePage.lines.map(words),
    },
    ...(document.authors && {
      authors: document.authors.map(({ name, school }) => ({
        name: words(name),
        ...(school !== undefined && { school: words(school) }),
      })),
    }),
    ...(document.schools && { schools: document.schools.map(words) }),
    ...(document.publisher !== undefined && { publisher: words(document.publisher) }),
    parts: blocksInOtherWords(document.parts, words),
    foot: words(document.foot),
    ...(document.sections && {
      sections: Object.fromEntries(Object.entries(document.sections).map(([part, id]) => [part, idOf(id, words)])),
    }),
  }
}

export function blocksInOtherWords(blocks: Block[], words: Words): Block[] {
  return blocks.map(block => blockOf(block, words))
}

function blockOf(block: Block, words: Words): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, id: idOf(block.id, words), inlines: inlinesOf(block.inlines, words) }
    case 'paragraph':
      return { ...block, inlines: inlinesOf(block.inlines, words) }
    case 'list':
      return {
        ...block,
        items: block.items.map(item => ({ ...item, blocks: blocksInOtherWords(item.blocks, words) })),
      }
    case 'table':
      return {
        ...block,
        ...(block.caption && { caption: inlinesOf(block.caption, words) }),
        head: block.head.map(cell => inlinesOf(cell, words)),
        rows: block.rows.map(row => row.map(cell => inlinesOf(cell, words))),
      }
    case 'figure':
      return { ...block, alt: words(block.alt), caption: inlinesOf(block.caption, words) }
    case 'chart':
      return {
        ...block,
        title: words(block.title),
        sentence: words(block.sentence),
        table: blockOf(block.table, words) as Table,
        svg: drawnInOtherWords(block.svg, words),
      }
    case 'quotation': {
      const { source } = block
      return {
        ...block,
        blocks: blocksInOtherWords(block.blocks, words),
        ...(source && {
          source: { ...source, title: words(source.title), ...(source.by !== undefined && { by: words(source.by) }) },
        }),
      }
    }
    case 'code':
      return { ...block, text: words(block.text) }
    case 'rule':
      return block
    case 'notes':
      return {
        ...block,
        notes: block.notes.map(note => ({ ...note, blocks: blocksInOtherWords(note.blocks, words) })),
      }
    case 'drawing':
      return { ...block, alt: words(block.alt), caption: inlinesOf(block.caption, words) }
    case 'index':
      return { ...block, entries: block.entries.map(({ id, text }) => ({ id: idOf(id, words), text: words(text) })) }
    case 'blank':
      return { ...block, label: words(block.label) }
  }
}

/**
 * A name that a drawing breaks over two lines would still be read, whole or in part ("School A Church"): then its sentence
 * and its numbers stand alone.
 */
function drawnInOtherWords(svg: string, words: Words): string {
  const drawn = svgInOtherWords(svg, words)
  const [before, after] = [lettersOf(svg), lettersOf(drawn)]
  const isWhole = [' ', ''].every(between => words(before.join(between)) === after.join(between))
  return isWhole ? drawn : ''
}

function lettersOf(svg: string): string[] {
  return [...svg.matchAll(/>([^<]+)</g)].map(found => found[1]!)
}

/** A name that is broken by marks, such as `Ysgol *y* Bryn`, is found in the words of the whole line. */
function inlinesOf(inlines: Inline[], words: Words): Inline[] {
  const each = inlines.flatMap(inline => inlineOf(inline, words))
  const whole = words(inlineText(withoutMarks(inlines)))
  if (whole === inlineText(withoutMarks(each))) return each
  return [{ kind: 'text', text: whole }, ...notesAmong(each)]
}

/** The words of a line that had to be written anew have lost the places of its notes, but not the notes. */
function notesAmong(inlines: Inline[]): Inline[] {
  return inlines.flatMap(inline => {
    if (inline.kind === 'note') return [inline]
    return 'inlines' in inline ? notesAmong(inline.inlines) : []
  })
}

function inlineOf(inline: Inline, words: Words): Inline[] {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return [{ ...inline, text: words(inline.text) }]
    case 'reference':
      return [{ ...inline, title: words(inline.title) }]
    case 'break':
      return [inline]
    case 'note':
      return [{ ...inline, blocks: blocksInOtherWords(inline.blocks, words) }]
    case 'link': {
      const inside = inlinesOf(inline.inlines, words)
      if (inline.href.startsWith('#'))
        return [{ ...inline, href: `#${idOf(inline.href.slice(1), words)}`, inlines: inside }]
      if (tells(inline.href, words)) return inside
      return [{ ...inline, ...(inline.title !== undefined && { title: words(inline.title) }), inlines: inside }]
    }
    default:
      return [{ ...inline, inlines: inlinesOf(inline.inlines, words) }]
  }
}

function idOf(id: string, words: Words): string {
  const said = words(id)
  return said === id ? id : idFrom(said)
}

function tells(href: string, words: Words): boolean {
  const plain = plainAddress(href)
  return plain
    .split(/[^\p{L}\p{M}\p{N}_'’-]+/u)
    .some(word => words(word) !== word || words(capital(word)) !== capital(word))
}

function plainAddress(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
