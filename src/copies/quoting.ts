import type { Linked } from '../claims/claims.js'
import { underNames } from '../claims/linking/in-its-sentence.js'
import { numberOf } from '../evidence/listing/cards.js'
import type { Gathered } from './gathering.js'

/** Words that a claim leans on, as a copy may hold them. */
export interface QuotedInCopy {
  /** `E12` */
  number: string
  words: string
  note: string
}

/** The words of one side of a claim that are in this copy: of pieces that are in it, under the names that it is written in. */
export function quotationsInCopy(linked: Linked[], included: Set<string>, called: Gathered['called']): QuotedInCopy[] {
  return linked
    .filter(({ piece }) => included.has(piece.id))
    .flatMap(({ piece, quotations }) =>
      quotations
        .filter(one => !one.lost)
        .map(one => ({
          number: numberOf(piece),
          words: underNames(text => called.read(text), one).words,
          note: called.read(one.note),
        })),
    )
}
