import { begunAt } from '../words/begun-at.js'
import type { Instead } from './instead.js'

/**
 * Finds names letter by letter wherever they stand as words of their own, the longest first, and says what is to stand there:
 * with a capital where a sentence begins.
 * @param instead by name
 */
export function insteadOfNames(instead: Map<string, string>): (words: string) => Instead[] {
  const longest = [...instead.keys()].sort((one, other) => other.length - one.length)
  const each = longest.map(name => name.split(apart).map(lettersOf).join(apart.source)).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${each})(?![\\p{L}\\p{N}\\p{M}])`, 'gu')
  return words =>
    [...words.matchAll(pattern)].map(({ index, 0: found }) => ({
      startsAt: index,
      endsAt: index + found.length,
      instead: begunAt(words, index, instead.get(found) ?? instead.get(found.replaceAll('_', ' ')) ?? ''),
    }))
}

/** In the name of a file also an underline stands between two words. */
const apart = /[ _]/

function lettersOf(word: string): string {
  return word.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')
}
