import { sureness } from './leads.js'

/** Every sentence that the short forms of a write-up add to its own words. Examples: tests/handouts/sentences.test.ts. */

/**
 * How sure the group is, which never stands without what speaks against it: whoever is sure, and tells nothing against it,
 * is quoted as saying so.
 */
export function sureInShort(sure: string, against: string): string {
  if (sure === '') return 'How sure the group is, it does not say.'
  if (sure.toLowerCase() === sureness.sure.toLowerCase() && against === '')
    return 'The group says that it is sure, and tells nothing that speaks against it.'
  return `${sure}.`
}

/** The strongest thing that speaks against a claim. @param more how many others are told in the whole */
export function butInShort(against: string, more: number): string {
  if (against === '') return ''
  const others =
    more === 0 ? '' : more === 1 ? ' One more piece speaks against it.' : ` ${more} more pieces speak against it.`
  return `But: ${ended(against)}${others}`
}

/** A challenge that the group has not answered. */
export function askedInShort(asked: string): string {
  return asked === '' ? '' : `Asked, and not answered yet: ${ended(asked)}`
}

function ended(words: string): string {
  return /[.!?…]["”’)]*$/.test(words) ? words : `${words}.`
}

export const didNotWorkHeading = 'What did not work'

export function moreThatDidNot(more: number): string {
  return more === 1 ? 'One more thing is told in the whole write-up.' : `${more} more are told in the whole write-up.`
}
