import { overlap, sentencesOf } from '../../coding/passages/sentences.js'
import type { Place } from '../../evidence/readable-texts/anchoring.js'

/** A quotation with what stands around it in its sentence. */
export interface InItsSentence {
  before: string
  words: string
  after: string
}

const around = 700
const longest = 220

/** The words of a place in the sentence, or sentences, that they stand in. */
export function inItsSentence(text: string, { startsAt, endsAt }: Place): InItsSentence {
  const from = Math.max(0, startsAt - around)
  const near = text.slice(from, Math.min(text.length, endsAt + around))
  const here = { startsAt: startsAt - from, endsAt: endsAt - from }
  const sentences = sentencesOf(near).filter(sentence => overlap(sentence, here))
  const begins = Math.min(here.startsAt, ...sentences.map(sentence => sentence.startsAt))
  const ends = Math.max(here.endsAt, ...sentences.map(sentence => sentence.endsAt))
  return {
    before: near.slice(begins, here.startsAt),
    words: near.slice(here.startsAt, here.endsAt),
    after: near.slice(here.endsAt, ends),
  }
}

/**
 * A quotation under a group's pseudonyms. Where the quotation begins or ends within a name, so that half of the name would
 * stay, its whole sentence is quoted.
 */
export function underNames(rename: (text: string) => string, quoted: InItsSentence): InItsSentence {
  const parts = { before: rename(quoted.before), words: rename(quoted.words), after: rename(quoted.after) }
  const whole = rename(quoted.before + quoted.words + quoted.after)
  return parts.before + parts.words + parts.after === whole ? parts : { before: '', words: whole, after: '' }
}

/** Cut at a word where what stands around the quotation is long. */
export function shortened({ before, words, after }: InItsSentence): InItsSentence {
  return {
    before: before.length > longest ? `… ${before.slice(-longest).replace(/^\S*\s?/, '')}` : before,
    words,
    after: after.length > longest ? `${after.slice(0, longest).replace(/\s?\S*$/, '')} …` : after,
  }
}
