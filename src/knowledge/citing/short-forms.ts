import type { Inline } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { yearOf } from './harvard.js'
import { shortNames } from './names.js'
import type { Work } from '../references/work.js'

/**
 * The letters that tell apart the works that would be named alike: 2011a, 2011b; empty where a name and a year are
 * enough. @param works in the order of the list of references
 */
export function lettersFor(works: Work[]): string[] {
  const named = works.map(work => `${inlineText(shortNames(work)).toLowerCase()} ${yearOf(work)}`)
  const alike = new Map<string, number>()
  for (const name of named) alike.set(name, (alike.get(name) ?? 0) + 1)
  const met = new Map<string, number>()
  return named.map(name => {
    if (alike.get(name) === 1) return ''
    const place = met.get(name) ?? 0
    met.set(name, place + 1)
    return lettered(place)
  })
}

/** a … z, then aa, ab … */
function lettered(place: number): string {
  const last = String.fromCharCode(97 + (place % 26))
  return place < 26 ? last : `${lettered(Math.trunc(place / 26) - 1)}${last}`
}

/** `Wiliam (2011a)` */
export function shortForm(work: Work, letter = ''): Inline[] {
  return [...shortNames(work), { kind: 'text', text: ` (${yearOf(work, letter)})` }]
}
