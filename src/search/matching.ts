import type { Question, Term } from './asking/question.js'
import { rooted, type RootedText } from './words/roots.js'
import { tokensOf } from './tokens.js'

/** Where something was found in a text, in UTF-16 units. */
export interface Place {
  at: number
  end: number
}

/** Title and words of a thing, taken apart. */
export interface Leaf {
  title: RootedText
  words: RootedText
}

export function leafOf(title: string, words: string): Leaf {
  return { title: rooted(title, [...tokensOf(title)]), words: rooted(words, [...tokensOf(words)]) }
}

/** Whether these words answer the question: the same answer as the index gives, but of the words as they are now. */
export function answers({ terms, without }: Pick<Question, 'terms' | 'without'>, leaf: Leaf): boolean {
  const has = (term: Term) => isIn(leaf.title, term) || isIn(leaf.words, term)
  return terms.every(has) && !without.some(has)
}

function isIn(read: RootedText, term: Term): boolean {
  for (const _ of placesOf(read, term)) return true
  return false
}

/** Every place of a term in a text, in order. */
export function* placesOf({ tokens, roots }: RootedText, term: Term): Generator<Place> {
  const { words, begins } = term
  const matches = (at: number, word: string, isLast: boolean) =>
    begins && isLast ? tokens[at]!.word.startsWith(word) : tokens[at]!.word === word
  for (let at = 0; at < tokens.length; at++) {
    if (words.length === 1 && isFormOf(tokens[at]!.word, roots[at]!, term)) yield placeOfTokens(tokens, at, at)
    else if (term.whole && (tokens[at]!.word === term.whole || roots[at]!.includes(term.whole)))
      yield placeOfTokens(tokens, at, at)
    else if (
      words.length > 1 &&
      words.every((word, step) => at + step < tokens.length && matches(at + step, word, step === words.length - 1))
    )
      yield placeOfTokens(tokens, at, at + words.length - 1)
  }
}

function isFormOf(word: string, roots: string[], term: Term): boolean {
  const same = (one: string, wanted: string) => (term.begins ? one.startsWith(wanted) : one === wanted)
  return term.roots.some(wanted => same(word, wanted) || roots.some(root => same(root, wanted)))
}

function placeOfTokens(tokens: RootedText['tokens'], from: number, to: number): Place {
  return { at: tokens[from]!.at, end: tokens[to]!.end }
}
