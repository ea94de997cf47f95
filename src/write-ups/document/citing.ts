import { type Names, withinTheGroup } from '../../names/names.js'
import { type PassageToQuote, passagesToQuote } from '../../claims/linking/passages-to-quote.js'
import type { Db } from '../../database.js'
import type { Block, Document, Inline } from '../../documents/document.js'
import type { Lookup, Referred } from '../../documents/directives.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { evidenceInGroups, type Piece } from '../../evidence/evidence.js'
import { filled, ofWhom } from '../../evidence/loading-pieces.js'
import { kindNamed } from '../../evidence/kinds.js'
import { placesToldOutside } from '../../evidence/places.js'
import { speakerSaid } from '../../evidence/speakers.js'
import { listed } from '../../words/words.js'

const LONGEST_QUOTATION = 900

/** Where a document speaks of a piece, it leads to the piece's own entry in the evidence appendix. */
export function anchorOf(evidenceId: string): string {
  return `#evidence-${evidenceId}`
}

/** A piece with those of its passages that claims have leaned on, which can be quoted by their numbers. */
export interface PieceToCite extends Piece {
  passages: PassageToQuote[]
  /** The cycle that it was logged in, where that is another one than the write-up’s. */
  fromCycle?: number
}

/**
 * Every piece that a write-up of the group can refer to: shared with the group, gaps among them; never a draft.
 * @param names those of the group, so that no quotation ends within a name
 * @param enquiryId the cycle that is told of; pieces of the others say from which one they are
 */
export async function piecesToCite(
  db: Db,
  groupId: string,
  names: Pick<Names, 'read'>,
  enquiryId?: string,
): Promise<PieceToCite[]> {
  const rows = await evidenceInGroups(db)
    .innerJoin('enquiries', 'enquiries.id', 'evidence.enquiryId')
    .selectAll('evidence')
    .select('enquiries.cycle')
    .select(ofWhom)
    .where('evidence.groupId', '=', groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number')
    .execute()
  const passages = byPiece(await passagesToQuote(db, groupId, names))
  const cycles = new Map(rows.map(row => [row.id, row.cycle]))
  return (await filled(db, withinTheGroup, rows)).map(piece => ({
    ...piece,
    passages: piece.gap ? [] : (passages.get(piece.id) ?? []),
    ...(enquiryId && enquiryId !== piece.enquiryId && { fromCycle: cycles.get(piece.id)! }),
  }))
}

function byPiece(passages: PassageToQuote[]): Map<string, PassageToQuote[]> {
  const byIds = new Map<string, PassageToQuote[]>()
  for (const one of passages) byIds.set(one.evidenceId, [...(byIds.get(one.evidenceId) ?? []), one])
  return byIds
}

/** What a number such as E12 leads to. Words and pictures come from the piece itself, so they are never pasted copies. */
export function lookupIn(pieces: PieceToCite[]): Lookup {
  const referred = new Map(pieces.map(piece => [numberOf(piece), referredTo(piece)]))
  return label => referred.get(label)
}

function referredTo(piece: PieceToCite): Referred {
  const name = { label: numberOf(piece), href: anchorOf(piece.id) }
  if (piece.gap) return { ...name, title: '' }
  const quote = quotable(piece.whatWeSaw)
  const picture = pictureIn(piece)
  return {
    ...name,
    title: piece.title,
    ...(quote && { quote }),
    quoteBy: whoSpeaks(piece),
    passages: new Map(piece.passages.map(({ number, words, cut }) => [number, withCuts(quotable(words), cut)])),
    ...(picture && { picture }),
  }
}

/** `A pupil; interview, Ysgol y Bryn, from cycle 1`: who speaks, by their role, and where it comes from. */
function whoSpeaks(piece: PieceToCite): string {
  return begun([speakerSaid(piece.speaker), factsOf(piece).join(', ')].filter(Boolean).join('; '))
}

/** What a piece is and where it comes from, as far as it leaves the group. */
export function factsOf(piece: Piece & Pick<PieceToCite, 'fromCycle'>): string[] {
  const cycle = piece.fromCycle === undefined ? '' : `from cycle ${piece.fromCycle}`
  return [kindNamed(piece.kind), listed(placesToldOutside(piece)), cycle].filter(Boolean)
}

/** Dots where the sentence goes on before or behind what is quoted. */
function withCuts(words: string, { before, after }: { before: boolean; after: boolean }): string {
  return [before && '…', words, after && !words.endsWith('[…]') && '…'].filter(Boolean).join(' ')
}

/** A short title is a fitting caption; what the picture shows is its alternative text. */
function pictureIn(piece: Piece): Referred['picture'] {
  const file = piece.files.find(one => one.kind === 'image' && one.width && one.height)
  if (!file) return undefined
  const { id, version, width, height, alt } = file
  return { id, version, width: width!, height: height!, alt, caption: piece.title }
}

/** Words without their Markdown marks, cut at a word where they are very long. */
function quotable(markdown: string): string {
  const plain = markdown
    .replace(/^[ \t]*(#{1,6}|>|[-*+])[ \t]+/gm, '')
    .replace(/\*\*|__|`/g, '')
    .trim()
  return plain.length <= LONGEST_QUOTATION ? plain : `${plain.slice(0, LONGEST_QUOTATION).replace(/\s+\S*$/, '')} […]`
}

/** The pieces that a document refers to, quotes, shows or lists, in the order in which they are met. */
export function citedIn(document: Pick<Document, 'parts'>): string[] {
  const hrefs = [...document.parts.flatMap(hrefsIn), ...entriesIn(document.parts)]
  return [...new Set(hrefs)].flatMap(href => idFrom(href) ?? [])
}

/** The heading above the entries of the appendix, the last part of a document. */
export const aboveEntries = 'pieces-by-number'

/** Elsewhere the id of a heading is made of somebody's words, and no piece's. */
function entriesIn(blocks: Block[]): string[] {
  const from = blocks.findLastIndex(block => block.kind === 'heading' && block.id === aboveEntries)
  if (from < 0) return []
  return blocks.slice(from + 1).flatMap(block => (block.kind === 'heading' ? [`#${block.id}`] : []))
}

function idFrom(href: string): string | undefined {
  const start = anchorOf('')
  return href.startsWith(start) ? href.slice(start.length) : undefined
}

function hrefsIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.inlines.flatMap(hrefsWithin)
    case 'list':
      return block.items.flatMap(item => item.blocks.flatMap(hrefsIn))
    case 'table':
      return [block.head, ...block.rows].flatMap(row => row.flatMap(cell => cell.flatMap(hrefsWithin)))
    case 'chart':
      return hrefsIn(block.table)
    case 'figure':
      return block.caption.flatMap(hrefsWithin)
    case 'quotation':
      return [...block.blocks.flatMap(hrefsIn), ...(block.source ? [block.source.href] : [])]
    default:
      return []
  }
}

function hrefsWithin(inline: Inline): string[] {
  if (inline.kind === 'reference') return [inline.href]
  return 'inlines' in inline ? inline.inlines.flatMap(hrefsWithin) : []
}

/** The first letter large, where words begin a line. */
export function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
