import { latinLetters } from '../../words/folded.js'

const letters: Record<string, string> = {
  ...latinLetters,
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'ng',
  ſ: 's',
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
}
const odd = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

// Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic and its stretching stroke. The vowels of
// Bengali, Tamil and their sisters are marks too, but there they make the word.
const marks =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/g
const noLetters = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/gu
const plain = /^[a-z0-9]*$/

/** A word as it is compared: small, without accents. @returns an empty word where nothing of it can be compared */
export function foldedWord(word: string): string {
  const small = word.toLowerCase()
  if (plain.test(small)) return small
  return small
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(odd, letter => letters[letter]!)
    .normalize('NFC')
    .replace(noLetters, '')
}

const longest = 64

/**
 * A folded word as the index keeps it, in nothing but a–z and 0–9, so that the index need not know any script. Other
 * letters are written as four figures each, so that the beginning of a word is still the beginning of what is kept.
 */
export function keptAs(folded: string): string {
  if (plain.test(folded)) return folded.slice(0, longest)
  return `x${[...folded.slice(0, longest / 4)].map(letter => letter.codePointAt(0)!.toString(36).padStart(4, '0')).join('')}`
}
