import { foldedWord, keptAs } from './words/folding.js'

/** A word of a text, as the index keeps it, and where it stands: UTF-16 units, as the browser counts. */
export interface Token {
  word: string
  at: number
  end: number
  /** Nothing but an apostrophe or a hyphen stands between it and the word before. */
  joined: boolean
  /** It stands for one letter at the end of a run in a script without spaces. */
  single?: true
}

// Soft hyphens and joiners stand inside words without being seen.
const words = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]+|\p{Extended_Pictographic}/gu
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const runs = new RegExp(
  `${spaceless.source}[${spaceless.source.slice(1, -1)}\\p{M}ー]*|[^${spaceless.source.slice(1, -1)}]+`,
  'gu',
)
const join = /^['’ʼ＇\-‐‑]$/u

/** The words of a text in their order. Scripts without spaces come as pairs of letters, each pair beginning at the next letter. */
export function* tokensOf(text: string): Generator<Token> {
  let last = -1
  for (const { 0: found, index: at } of text.matchAll(words)) {
    const joined = last >= 0 && at - last === 1 && join.test(text.slice(last, at))
    if (spaceless.test(found)) yield* tokensOfRuns(found, at, joined)
    else yield* tokenOf(found, at, joined)
    last = at + found.length
  }
}

function* tokenOf(found: string, at: number, joined: boolean): Generator<Token> {
  const folded = foldedWord(found)
  if (folded !== '') yield { word: keptAs(folded), at, end: at + found.length, joined }
}

function* tokensOfRuns(found: string, at: number, joined: boolean): Generator<Token> {
  for (const { 0: run, index } of found.matchAll(runs)) {
    if (spaceless.test(run)) yield* pairsOf(run, at + index)
    else yield* tokenOf(run, at + index, joined && index === 0)
  }
}

function* pairsOf(run: string, at: number): Generator<Token> {
  const places: { letter: string; at: number; end: number }[] = []
  let place = at
  for (const letter of run) {
    const folded = foldedWord(letter)
    if (folded !== '') places.push({ letter: folded, at: place, end: place + letter.length })
    place += letter.length
  }
  for (const [index, one] of places.entries()) {
    const next = places[index + 1]
    yield next
      ? { word: keptAs(one.letter + next.letter), at: one.at, end: next.end, joined: false }
      : { word: keptAs(one.letter), at: one.at, end: one.end, joined: false, single: true }
  }
}
