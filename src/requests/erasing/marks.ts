import type { KeyStore } from '../../keys/store.js'
import { wordsIn } from '../../keys/noticing/words-of-a-text.js'
import { plainly } from '../../keys/ways-to-call.js'
import { type Finder, waysIn } from '../looking/spots.js'

const longest = 4

/** By them a name is known again after a restore, without standing anywhere: keyed hashes of each way to call somebody. */
export function marksOf(keys: KeyStore, names: string[]): string[] {
  return waysIn(names)
    .map(way => plainly(way))
    .flatMap(way => (way.includes(' ') ? [way, way.replaceAll(' ', '')] : [way]))
    .map(way => keys.markOf(way))
}

/** Finds a name by its marks. */
export function finderByMarks(keys: KeyStore, marks: string[]): Finder {
  const known = new Set(marks)
  return text => {
    const words = wordsIn(text)
    return words.flatMap((word, at) => {
      for (let many = Math.min(longest, words.length - at); many > 0; many--) {
        const some = words.slice(at, at + many)
        if (known.has(keys.markOf(some.map(one => one.said).join(' '))))
          return [{ startsAt: word.startsAt, endsAt: some.at(-1)!.endsAt, how: 'name' as const }]
      }
      return []
    })
  }
}
