import { Marked, type MarkedToken, type Token, type Tokens } from 'marked'
import { asTyped, isTangled } from './as-typed.js'
import { citations, type Citations } from './citations.js'
import type { Block, HeadingLevel, Inline, ListItem, NoteMark } from './document.js'
import { blockFrom, directives, type Directive, type Lookup } from './directives.js'
import { idFrom, withoutIds } from './headings.js'
import { inlinesFrom, type LineBreaks } from './inlines-from-markdown.js'
import { inlineText } from './inline-text.js'
import { noteDefinitions, noteReferences, type NoteDefinition } from './note-marks.js'
import { withoutMarks } from './notes.js'
import { bePatientAgain, patience } from './patience.js'
import { plainWords } from './plain-words.js'
import { spokenIn } from './spoken-in.js'

const reader = new Marked({
  gfm: true,
  tokenizer: plainWords,
  extensions: [directives, citations, noteDefinitions, noteReferences, spokenIn, patience],
})

/** Lists and quotations may stand in one another this deep; what is deeper is shown as it was typed. */
const DEEPEST = 8

interface HowBlocksAreRead {
  headingLevel: number
  lookup: Lookup | undefined
  citations: Citations | undefined
  lineBreaks: LineBreaks
  depth: number
  noteOf?: ((label: string) => NoteMark | undefined) | undefined
  /** Notes that nothing leads to are shown as they were typed, so that no words are lost. */
  isMarked?: (label: string) => boolean
}

interface Wishes {
  headingLevel?: number
  reference?: Lookup
  citations?: Citations | undefined
  lineBreaks?: LineBreaks
}

/**
 * Markdown as blocks: CommonMark with GFM's tables, strikethrough and task lists, and our numbers of evidence.
 * Raw HTML is shown as it was typed. `[^1]` leads to the note `[^1]: …`, and `[Bore da]{lang=cy}` tells the language of words.
 *
 * @param headingLevel the level that `#` becomes (2 to 4, default 3); deeper headings stop at 4
 * @param reference gives what a number such as E12 leads to, or undefined where there is no such evidence
 * @param citations gives the work that a key such as `wiliam2011` stands for
 * @param lineBreaks whether a single line break is folded into a space, as CommonMark has it, or kept as it was typed
 */
export function blocksFrom(
  markdown: string,
  { headingLevel = 3, reference, citations, lineBreaks = 'folded' }: Wishes = {},
): Block[] {
  if (isTangled(markdown)) return asTyped(markdown)
  try {
    bePatientAgain()
    const tokens = reader.lexer(markdown)
    const how = { headingLevel, lookup: reference, citations, lineBreaks, depth: 0 }
    return blocksOf(tokens, markdown.includes('[^') ? withNotes(tokens, how) : how)
  } catch (error) {
    if (error instanceof RangeError) return asTyped(markdown)
    throw error
  }
}

/** Notes are known before the words that lead to them are read. Within a note there are no further ones. */
function withNotes(tokens: Token[], how: HowBlocksAreRead): HowBlocksAreRead {
  const written = new Map<string, NoteDefinition>()
  for (const note of definitionsIn(tokens)) if (!written.has(note.label)) written.set(note.label, note)
  const source = new Set<string>(labelsIn(tokens).filter(label => written.has(label)))
  const numbers = new Map<string, number>()
  const noteOf = (label: string): NoteMark | undefined => {
    const note = written.get(label)
    if (!note) return undefined
    if (!numbers.has(label)) numbers.set(label, numbers.size + 1)
    return { kind: 'note', number: numbers.get(label)!, mark: 1, blocks: withoutIds(blocksOf(note.tokens, how)) }
  }
  return { ...how, noteOf, isMarked: label => source.has(label) }
}

function definitionsIn(tokens: Token[]): NoteDefinition[] {
  return tokens.flatMap(token => {
    if (token.type === 'noteDefinition') return [token as unknown as NoteDefinition]
    return [...within(token)].flatMap(inside => definitionsIn(inside))
  })
}

/** The labels that words lead to; those within notes lead nowhere. */
function labelsIn(tokens: Token[]): string[] {
  return tokens.flatMap(token => {
    if (token.type === 'noteDefinition') return []
    if (token.type === 'noteReference') return [(token as unknown as { label: string }).label]
    return [...within(token)].flatMap(inside => labelsIn(inside))
  })
}

function* within(token: Token): Iterable<Token[]> {
  if ('tokens' in token && token.tokens) yield token.tokens
  if (token.type === 'list') yield (token as Tokens.List).items
  if (token.type !== 'table') return
  const { header, rows } = token as Tokens.Table
  for (const cell of [...header, ...rows.flat()]) yield cell.tokens
}

function blocksOf(tokens: Token[], how: HowBlocksAreRead): Block[] {
  return tokens.flatMap(token => blockOf(token as MarkedToken | NoteDefinition, how))
}

function blockOf(token: MarkedToken | NoteDefinition, how: HowBlocksAreRead): Block[] {
  switch (token.type) {
    case 'heading':
      return [headingOf(token, how)]
    case 'paragraph':
    case 'text':
      return paragraphOf(token, how)
    case 'list':
      return how.depth < DEEPEST ? [listOf(token, deeper(how))] : asTyped(token.raw)
    case 'table':
      return [tableOf(token, how)]
    case 'blockquote':
      return how.depth < DEEPEST ? [quotationOf(token, deeper(how))] : asTyped(token.raw)
    case 'code':
      return [{ kind: 'code', text: token.text }]
    case 'html':
      return asTyped(token.text)
    case 'hr':
      return [{ kind: 'rule' }]
    case 'noteDefinition':
      return how.isMarked?.(token.label) ? [] : asTyped(token.raw)
    default:
      return []
  }
}

function deeper(how: HowBlocksAreRead): HowBlocksAreRead {
  return { ...how, depth: how.depth + 1 }
}

function quotationOf(token: Tokens.Blockquote, how: HowBlocksAreRead): Block {
  return { kind: 'quotation', blocks: blocksOf(token.tokens, how) }
}

function headingOf(token: Tokens.Heading, how: HowBlocksAreRead): Block {
  const inlines = inlinesFrom(token.tokens, how)
  const level = Math.min(4, Math.max(2, how.headingLevel + token.depth - 1)) as HeadingLevel
  return { kind: 'heading', level, id: idFrom(inlineText(withoutMarks(inlines))), ...saidIn(inlines) }
}

function paragraphOf(token: Tokens.Paragraph | Tokens.Text, how: HowBlocksAreRead): Block[] {
  const tokens = token.tokens ?? []
  const alone = tokens.length === 1 && tokens[0]!.type === 'directive' ? (tokens[0] as unknown as Directive) : undefined
  const asked = alone && blockFrom(alone, how.lookup)
  if (asked) return [asked]
  const inlines = inlinesFrom(tokens, how)
  return inlines.length ? [{ kind: 'paragraph', ...saidIn(inlines) }] : []
}

/** Where all the words are in one language that was told, the whole block is. */
function saidIn(inlines: Inline[]): { language?: string; inlines: Inline[] } {
  const [only] = inlines
  return inlines.length === 1 && only?.kind === 'language'
    ? { language: only.language, inlines: only.inlines }
    : { inlines }
}

function listOf(token: Tokens.List, how: HowBlocksAreRead): Block {
  return {
    kind: 'list',
    ordered: token.ordered,
    ...(token.ordered && { start: Number(token.start) }),
    tight: !token.loose,
    items: token.items.map(item => itemOf(item, how)),
  }
}

function itemOf(item: Tokens.ListItem, how: HowBlocksAreRead): ListItem {
  const blocks = blocksOf(withoutBox(item.tokens), how)
  return item.task ? { task: item.checked ? 'done' : 'open', blocks } : { blocks }
}

/** The ticked or open box of a task is the item's state, not part of its words. In loose lists it sits in the paragraph. */
function withoutBox(tokens: Token[]): Token[] {
  return tokens
    .filter(token => token.type !== 'checkbox')
    .map(token => (token.type === 'paragraph' ? { ...token, tokens: withoutBox(token.tokens ?? []) } : token))
}

function tableOf(token: Tokens.Table, how: HowBlocksAreRead): Block {
  const cell = (from: Tokens.TableCell) => inlinesFrom(from.tokens, how)
  return {
    kind: 'table',
    head: token.header.map(cell),
    rows: token.rows.map(row => row.map(cell)),
    alignment: token.align.map(align => (align === 'center' ? 'centre' : align)),
  }
}
