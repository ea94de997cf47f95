import type { Block, Inline } from '../../documents/document.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Piece } from '../../evidence/evidence.js'
import { speakerSaid } from '../../evidence/speakers.js'
import { day, listed } from '../../words/words.js'
import { aboveEntries, anchorOf, begun, factsOf } from './citing.js'

/**
 * The numbered list of what a document refers to. Each entry can be reached from every place that speaks of the piece.
 * @param leftOut what it speaks of by number alone, since the group leaves it out
 * @param labelOf how a piece is called, where its number alone would not tell
 */
export function appendixOf(
  cited: Piece[],
  leftOut: Piece[] = [],
  labelOf: (piece: Piece) => string = numberOf,
): Block[] {
  const without = leftOut.length > 0 ? [paragraph(leftOutInWords(leftOut))] : []
  if (cited.length === 0) return without
  const byNumber = [...cited].sort((one, other) => one.number - other.number)
  return [
    paragraph('Every number in the text leads here. The pieces themselves stay with the schools that gathered them.'),
    ...without,
    { kind: 'heading', level: 3, id: aboveEntries, inlines: text('The pieces, by their numbers') },
    ...byNumber.flatMap(piece => entryOf(piece, labelOf(piece))),
  ]
}

function leftOutInWords(pieces: Piece[]): string {
  const numbers = [...pieces].sort((one, other) => one.number - other.number).map(numberOf)
  return pieces.length === 1
    ? `The group also leans on ${numbers[0]}, which it does not publish: it is left out.`
    : `The group also leans on ${listed(numbers)}, which it does not publish: they are left out.`
}

function entryOf(piece: Piece, label: string): Block[] {
  const id = anchorOf(piece.id).slice(1)
  if (piece.gap)
    return [heading(id, label), paragraph('Withdrawn. Only its number is kept, so that the gap can be seen.')]
  const [kind, ...others] = factsOf(piece)
  const facts = [begun(kind!), speakerSaid(piece.speaker), ...others, day(piece.gatheredOn)].filter(Boolean)
  return [heading(id, `${label} ${piece.title}`), paragraph(facts.join(' · '))]
}

function heading(id: string, words: string): Block {
  return { kind: 'heading', level: 4, id, inlines: text(words) }
}

function paragraph(words: string): Block {
  return { kind: 'paragraph', inlines: text(words) }
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
