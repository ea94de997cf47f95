import type { Asked, Term } from './asked.js'
import { reading, type Read } from './roots.js'
import { tokensOf } from './tokens.js'

/** Where something was found in a text, in UTF-16 units. */
export interface Place {
  at: number
  end: number
}

/** Title and words of a thing, taken apart. */
export interface Leaf {
  title: Read
  words: Read
}

export function leafOf(title: string, words: string): Leaf {
  return { title: reading(title, [...tokensOf(title)]), words: reading(words, [...tokensOf(words)]) }
}

/** Whether these words answer the question: the same answer as the index gives, but of the words as they are now. */
export function answers({ terms, without }: Pick<Asked, 'terms' | 'without'>, leaf: Leaf): boolean {
  const has = (term: Term) => isIn(leaf.title, term) || isIn(leaf.words, term)
  return terms.every(has) && !without.some(has)
}

function isIn(read: Read, term: Term): boolean {
  for (const _ of placesOf(read, term)) return true
  return false
}

/** Every place of a term in a text, in order. */
export function* placesOf({ tokens, roots }: Read, term: Term): Generator<Place> {
  const { words, begins } = term
  const matches = (at: number, word: string, isLast: boolean) =>
    begins && isLast ? tokens[at]!.word.startsWith(word) : tokens[at]!.word === word
  for (let at = 0; at < tokens.length; at++) {
    if (words.length === 1 && isFormOf(tokens[at]!.word, roots[at]!, term)) yield placeOf(tokens, at, at)
    else if (term.whole && (tokens[at]!.word === term.whole || roots[at]!.includes(term.whole)))
      yield placeOf(tokens, at, at)
    else if (
      words.length > 1 &&
      words.every((word, step) => at + step < tokens.length && matches(at + step, word, step === words.length - 1))
    )
      yield placeOf(tokens, at, at + words.length - 1)
  }
}

function isFormOf(word: string, roots: string[], term: Term): boolean {
  const same = (one: string, wanted: string) => (term.begins ? one.startsWith(wanted) : one === wanted)
  return term.roots.some(wanted => same(word, wanted) || roots.some(root => same(root, wanted)))
}

function placeOf(tokens: Read['tokens'], from: number, to: number): Place {
  return { at: tokens[from]!.at, end: tokens[to]!.end }
}
