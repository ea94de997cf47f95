import { surname, makersOf } from './names.js'
import type { Work } from '../references/work.js'

const KEY = /^[\p{L}\p{N}_]+(?:[:.+/-][\p{L}\p{N}_]+)*$/u

export function isKey(words: string): boolean {
  return KEY.test(words) && words.length <= 60
}

/** `wiliam2011`; a work without a name begins with the first words of its title. */
export function keyFor(work: Work): string {
  const [maker] = makersOf(work).names
  const word = maker ? lettersOf(surname(maker)).split(' ').slice(0, 3).join('') : ''
  const title = lettersOf(work.title)
    .split(' ')
    .filter(one => !['a', 'an', 'the', 'of', 'on', 'in', 'for', 'and', 'y', 'yr'].includes(one))
    .slice(0, 2)
    .join('')
  return `${(word || title || 'source').slice(0, 30)}${work.issued?.[0] ?? ''}`
}

/** The wish itself, or the first of wish-a, wish-b … that nobody has; keys are the same in small and large letters. */
export function freeKey(wish: string, taken: Set<string>): string {
  if (!taken.has(wish.toLowerCase())) return wish
  for (let at = 0; ; at++) {
    const key = `${wish}-${at < 26 ? String.fromCharCode(97 + at) : at}`
    if (!taken.has(key.toLowerCase())) return key
  }
}

function lettersOf(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
