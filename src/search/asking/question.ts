import { rootsOf, welshAmong } from '../words/roots.js'
import { tokensOf } from '../tokens.js'
import { withoutAtEnd } from '../../words/without-at-end.js'

/** One thing to be found: a word, or several in a row. */
export interface Term {
  /** As it was typed. */
  said: string
  /** The words in their order, as the index keeps them. */
  words: string[]
  /** What a single word may have been before it was mutated, or its singular; the word itself first. Quoted words have none. */
  roots: string[]
  /** Words with a hyphen or an apostrophe between them, also in one word. */
  whole: string | null
  /** The last word need only begin like this. */
  begins: boolean
}

export type FilterName = 'kind' | 'in' | 'school' | 'group' | 'stage' | 'by' | 'from' | 'to'

/** What somebody typed into the box. */
export interface Question {
  terms: Term[]
  without: Term[]
  filters: { name: FilterName; value: string }[]
  /** The last word may not be finished yet. */
  unfinished: boolean
  /** More was typed than is looked for. */
  tooMuch: boolean
}

const mostTerms = 16
const mostLetters = 2000
const filterNames: FilterName[] = ['kind', 'in', 'school', 'group', 'stage', 'by', 'from', 'to']

// A minus, a filter's name, then words in quotation marks (which may be forgotten at the end) or up to the next space.
const part =
  /(-?)(?:(kind|in|school|group|stage|by|from|to):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+))(\*?)/giu

/** Takes apart what was typed: words that must all be there, "words in a row", beginnings*, -not, and filters such as `kind:claim`. */
export function questionIn(typed: string): Question {
  const line = typed.slice(0, mostLetters).replace(/[\u0000-\u001f\u007f]+/g, ' ')
  const found: Question = {
    terms: [],
    without: [],
    filters: [],
    unfinished: false,
    tooMuch: typed.length > mostLetters,
  }
  for (const { 0: all, 1: minus, 2: name, 3: quoted, 4: bare, 5: star, index } of line.matchAll(part)) {
    const value = (quoted ?? bare ?? '').trim()
    const filter = filterNames.find(one => one === name?.toLowerCase())
    if (filter && !minus) {
      if (value !== '') found.filters.push({ name: filter, value })
      continue
    }
    const term = termOf(filter ? `${name}:${value}` : value, quoted !== undefined, star === '*')
    if (!term) continue
    if (found.terms.length + found.without.length >= mostTerms) {
      found.tooMuch = true
      break
    }
    if (minus) found.without.push(term)
    else found.terms.push(term)
    found.unfinished = !minus && quoted === undefined && !term.begins && index + all.length === line.length
  }
  return found
}

/** @returns undefined where there is no word in it */
export function termOf(said: string, quoted = false, star = false): Term | undefined {
  const text = withoutAtEnd(said, '*')
  const tokens = [...tokensOf(text)]
  if (tokens.length === 0) return undefined
  const alone = tokens.length === 1
  // The end of a run without spaces says nothing that its last pair does not say; a single letter is the beginning of a pair.
  if (!alone && tokens.at(-1)!.single) tokens.pop()
  const words = tokens.map(token => token.word)
  const begins = star || text !== said || (alone && tokens[0]!.single === true)
  const [isWelsh] = welshAmong(text, tokens)
  return {
    said,
    words,
    roots: words.length === 1 && !quoted ? [words[0]!, ...rootsOf(words[0]!, isWelsh === true)] : words.slice(0, 1),
    whole: !quoted && words.length > 1 && tokens.slice(1).every(token => token.joined) ? words.join('') : null,
    begins: begins && (words.at(-1)!.length > 1 || words.length > 1),
  }
}

/** The same question with its last word taken as the beginning of one; undefined where that would change nothing. */
export function withLastWordBegun(question: Question): Question | undefined {
  const last = question.terms.at(-1)
  if (!question.unfinished || !last || last.words.at(-1)!.length < 3) return undefined
  return { ...question, terms: [...question.terms.slice(0, -1), { ...last, begins: true }], unfinished: false }
}
