import { sentencesOf } from '../../coding/passages/sentences.js'
import type { Place } from '../../evidence/readable-texts/anchoring.js'

/** How somebody said which words they mean. */
export interface Pointing {
  startsAt?: number | undefined
  endsAt?: number | undefined
  from?: number | undefined
  to?: number | undefined
  said?: string | undefined
  nth?: number | undefined
}

/** Where the words that were meant stand in a text; undefined when they are not there, or none were chosen. */
export function placeOfWords(words: string, { startsAt, endsAt, from, to, said, nth }: Pointing): Place | undefined {
  if (startsAt !== undefined && endsAt !== undefined) return startsAt < endsAt ? { startsAt, endsAt } : undefined
  if (said) return placeOfSaid(words, said, nth ?? 0)
  if (from === undefined) return undefined
  const sentences = sentencesOf(words)
  const [first, last] = [sentences[Math.min(from, to ?? from)], sentences[Math.max(from, to ?? from)]]
  return first && last ? { startsAt: first.startsAt, endsAt: last.endsAt } : undefined
}

/**
 * Words as they were read on a page, in the text as it was typed: only letters and figures are held against each other,
 * since a page shows neither the marks of Markdown nor the line breaks.
 * @param nth how many times the same words stood before
 */
export function placeOfSaid(words: string, said: string, nth: number): Place | undefined {
  const wanted = spoken(said)
    .map(one => one.letter)
    .join('')
  if (wanted === '') return undefined
  const letters = spoken(words)
  const text = letters.map(one => one.letter).join('')
  let at = text.indexOf(wanted)
  for (let before = 0; before < nth && at >= 0; before++) at = text.indexOf(wanted, at + 1)
  if (at < 0) return undefined
  const [startsAt, last] = [letters[at]!.at, letters[at + wanted.length - 1]!.at]
  const closing = /[.!?…,;:”’"')\]]+\s*$/.exec(said)
  let endsAt = last + 1
  while (closing && endsAt < words.length && /[.!?…,;:”’"')\]]/.test(words[endsAt]!)) endsAt++
  const opens = /^\s*[“‘"'([]/.test(said)
  return { startsAt: opens && /[“‘"'([]/.test(words[startsAt - 1] ?? '') ? startsAt - 1 : startsAt, endsAt }
}

function spoken(words: string): { letter: string; at: number }[] {
  const letters: { letter: string; at: number }[] = []
  for (const { 0: letter, index } of words.matchAll(/[\p{L}\p{N}\p{M}]/gu))
    for (let unit = 0; unit < letter.length; unit++) letters.push({ letter: letter[unit]!, at: index + unit })
  return letters
}
