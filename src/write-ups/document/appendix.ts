import type { Block, Inline } from '../../documents/document.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Piece } from '../../evidence/evidence.js'
import { kindNamed } from '../../evidence/kinds.js'
import { day, listed } from '../../words/words.js'
import { anchorOf, begun } from './citing.js'

/** The numbered list of what a document refers to. Each entry can be reached from every place that speaks of the piece. */
export function appendixOf(cited: Piece[]): Block[] {
  if (cited.length === 0) return []
  const byNumber = [...cited].sort((one, other) => one.number - other.number)
  return [
    paragraph('Every number in the text leads here. The pieces themselves stay with the schools that gathered them.'),
    { kind: 'heading', level: 3, id: 'pieces-by-number', inlines: text('The pieces, by their numbers') },
    ...byNumber.flatMap(entryOf),
  ]
}

function entryOf(piece: Piece): Block[] {
  const id = anchorOf(piece.id).slice(1)
  if (piece.gap)
    return [heading(id, numberOf(piece)), paragraph('Withdrawn. Only its number is kept, so that the gap can be seen.')]
  const facts = [
    begun(kindNamed(piece.kind)),
    listed(piece.schools.map(school => school.name)),
    day(piece.gatheredOn),
  ].filter(Boolean)
  return [heading(id, `${numberOf(piece)} ${piece.title}`), paragraph(facts.join(' · '))]
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
