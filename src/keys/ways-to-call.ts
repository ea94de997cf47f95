import { folded } from '../words/folded.js'

/** How somebody may be called in a text, folded: the whole name, its first word, its last, and what else was said. */
export function waysToCall(names: string[]): string[] {
  const all = names.map(plainly).filter(Boolean)
  const [first = ''] = all
  const words = first.split(' ')
  const last = words.length > 1 ? words.at(-1)! : ''
  return [...new Set([...all, words[0]!, ...(last.length > 2 ? [familyName(last)] : [])])].filter(way => way.length > 1)
}

/** A last name is told from a first one: it is looked for only where it is written with a capital. */
export function familyName(word: string): string {
  return `family ${word}`
}

/** Words without capitals, accents, apostrophes and hyphens, so that one spelling finds another. */
export function plainly(words: string): string {
  return folded(words).replace(/['’]/g, '').replace(/-/g, ' ').trim()
}
