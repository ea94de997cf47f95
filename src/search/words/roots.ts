import { unmutated } from '../../words/welsh.js'
import { englishWords } from './english-words.js'
import type { Token } from '../tokens.js'

/** What a Welsh word may have been: without its mutation, and without the h before a vowel. @param word folded */
export function welshRootsOf(word: string): string[] {
  const withoutH = /^h[aeiouwy]/.test(word) ? [word.slice(1)] : []
  return [...unmutated(word), ...withoutH].filter(root => root.length > 1)
}

/** A plural as its singular; undefined for everything else. @param word folded */
export function singularOf(word: string): string | undefined {
  if (word.length < 4 || !word.endsWith('s') || !/^[a-z]+$/.test(word) || /(ss|us|is|as|os)$/.test(word))
    return undefined
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

// Little words that tell in which language a sentence is.
const welsh = set(
  'y yr yn mae ac wedi ei eu oedd gan gyda sydd sy nid ond hyn roedd ydy yw dw ni chi nhw fy dy am ar at hefyd iawn gyfer dros heb cael bod fel pan ein eich mewn maen oeddwn dydy wrth bob',
)
const english = set(
  'the of and to is was in that it for on with as they he she we are his her this be have had not but you from were their which said when what there',
)
const little = new Set([
  ...welsh,
  ...set('a i o an as at be by do go he if in is it me my no of on or so to up us we did has had er ag os na ni un'),
])

// Without its accent `dŷ`, a mutated `tŷ`, is the same as the little word `dy`.
little.delete('dy')

function set(words: string): Set<string> {
  return new Set(words.split(' '))
}

/**
 * What else a word of a text may be looked for as: its singular, and what it was before a Welsh mutation. English words
 * that only look mutated count as Welsh where the sentence around them is.
 * @param inWelsh whether the sentence is Welsh
 */
export function rootsOf(word: string, inWelsh: boolean): string[] {
  if (word.length < 2 || little.has(word)) return []
  const known = cache.get(inWelsh ? `${word} ` : word)
  if (known) return known
  const singular = singularOf(word)
  const isEnglish = englishWords.has(word) || (singular !== undefined && englishWords.has(singular))
  const roots = [...(singular ? [singular] : []), ...(isEnglish && !inWelsh ? [] : welshRootsOf(word))]
  if (cache.size > 20_000) cache.clear()
  cache.set(inWelsh ? `${word} ` : word, roots)
  return roots
}

const cache = new Map<string, string[]>()

/** Says of each word whether the sentence it stands in is Welsh. */
export function welshAmong(text: string, tokens: Token[]): boolean[] {
  const said: boolean[] = []
  for (let from = 0; from < tokens.length;) {
    let to = from + 1
    while (to < tokens.length && !/[.!?\n;]/.test(text.slice(tokens[to - 1]!.end, tokens[to]!.at))) to++
    const isWelsh = soundsWelsh(tokens.slice(from, to))
    while (from < to) said[from++] = isWelsh
  }
  return said
}

function soundsWelsh(tokens: Token[]): boolean {
  const count = (among: Set<string>) => tokens.reduce((sum, { word }) => sum + (among.has(word) ? 1 : 0), 0)
  const welshWords = count(welsh)
  return welshWords >= 2 && welshWords > count(english)
}

/** A text as it can be searched: its words in order, and beside each what else it may be looked for as. */
export interface RootedText {
  tokens: Token[]
  roots: string[][]
}

/** `half-term` and `O’Neill` are also looked for in one word. */
export function rooted(text: string, tokens: Token[]): RootedText {
  const isWelsh = welshAmong(text, tokens)
  const roots = tokens.map(({ word }, at) => rootsOf(word, isWelsh[at]!))
  for (let from = 0; from < tokens.length; from++) {
    let whole = tokens[from]!.word
    for (let to = from + 1; to < tokens.length && to < from + 4 && tokens[to]!.joined && !tokens[to]!.single; to++) {
      whole += tokens[to]!.word
      roots[from] = [...roots[from]!, whole]
    }
  }
  return { tokens, roots }
}
