import { begunAt } from '../words/begun-at.js'

/** Some words of a text, by their place in UTF-16 units, and what is to stand there instead. */
export interface Instead {
  startsAt: number
  endsAt: number
  instead: string
}

/** A text with each of these places written anew, in one walk however many there are; they must not overlap. */
export function withInstead(words: string, changes: Instead[]): string {
  let from = 0
  const said = [...changes]
    .sort((one, other) => one.startsAt - other.startsAt)
    .map(({ startsAt, endsAt, instead }) => {
      const until = words.slice(from, startsAt)
      from = endsAt
      return until + instead
    })
  return said.join('') + words.slice(from)
}

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
