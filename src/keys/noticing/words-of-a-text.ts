import { everydayNames } from '../../names/everyday.js'
import { unmutated } from '../../words/welsh.js'
import { familyName, plainly } from '../ways-to-call.js'
import { plainWords } from './first-names.js'

/** A word of a text, with what is around it. */
export interface Word {
  words: string
  startsAt: number
  endsAt: number
  said: string
  capital: boolean
  begins: boolean
  /** Follows Mr, Mrs and the like, so it is an adult's. */
  titled: boolean
  /** Stands beside a figure: 5 May, June 2026. */
  besideFigure: boolean
}

/** The word as it is, and what it may be without a Welsh mutation: Fair may be Mair, Garys may be Carys. */
export function radicals({ said, capital }: Word): string[] {
  if (!capital) return [said]
  return [said, ...unmutated(said)]
}

/** A word and the one that follows, as a whole name is written. */
export function pairAt(all: Word[], at: number): string[] {
  const next = all[at + 1]
  if (!next || next.startsAt - all[at]!.endsAt !== 1) return []
  return radicals(all[at]!).map(first => `${first} ${next.said}`)
}

/** The words of a text, in their order. */
export function wordsIn(text: string): Word[] {
  return [...eachWordIn(text)]
}

/** The same one after the other, of a text that may be long. */
export function* eachWordIn(text: string): Generator<Word> {
  let last: Word | undefined
  for (const match of text.matchAll(/[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*/gu)) {
    const said = match[0].replace(/[’'][sS]$/u, '')
    const startsAt = match.index
    const endsAt = startsAt + said.length
    const before = startsAt < 40 ? `\n${text.slice(0, startsAt)}` : text.slice(startsAt - 40, startsAt)
    const capital = /^\p{Lu}/u.test(said)
    // A sentence, or somebody's words in the middle of one: she wrote “Said twice”.
    const begins = /(?:[.!?…:]["”’)\]]*\s+|\n\s*)["“‘(*_>#-]*\s*$|\s["“‘]$/u.test(before)
    const title = /^(?:mrs?|ms|miss|mx|dr|prof|sir|st|saint)$/i
    const word = {
      words: said,
      startsAt,
      endsAt,
      said: plainly(said),
      capital,
      begins,
      // Mrs Sara Owen is one person, last name and all.
      titled:
        last !== undefined &&
        (title.test(last.words) || (last.titled && capital && !begins && startsAt - last.endsAt === 1)),
      besideFigure: /\d(?:st|nd|rd|th)?[,;]?\s*$/.test(before) || /^\s+\d/.test(text.slice(endsAt, endsAt + 4)),
    }
    last = word
    yield word
  }
}

/** A last name alone, where it is written as one. Green and Wood begin a sentence as what they are. */
export function familyAs({ said, capital, begins, words }: Word): string[] {
  if (!capital || words.length < 3 || (begins && (everydayNames.has(said) || plainWords.has(said)))) return []
  return [familyName(said)]
}
