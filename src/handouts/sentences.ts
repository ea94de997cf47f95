import { sureness } from './leads.js'

/** Every sentence that the short forms of a write-up add to its own words. Examples: tests/handouts/sentences.test.ts. */

/**
 * How sure the group is, which never stands without what speaks against it: whoever is sure is quoted as saying so where no
 * objection stands beside it.
 * @param saysNothing whether the group itself says that nothing speaks against it
 */
export function sureInShort(sure: string, against: string, saysNothing: boolean): string {
  if (sure === '') return 'How sure the group is, it does not say.'
  if (sure.toLowerCase() !== sureness.sure.toLowerCase() || against !== '') return `${sure}.`
  return saysNothing
    ? 'The group says that it is sure, and tells nothing that speaks against it.'
    : 'The group says that it is sure.'
}

/** The strongest thing that speaks against a claim: what the group says of it, or else the piece by its title. */
export function objection({ title, note }: { title: string; note: string }): string {
  if (note !== '') return `But: ${ended(note)}`
  return `Against it speaks ${/^[“"‘]/.test(title) ? title : `“${title}”`}.`
}

export const unnamedObjection = 'One piece of evidence speaks against it.'

/**
 * The strongest objection, which is known as one by its first words.
 * @param more how many others are told in the whole
 */
export function butInShort(against: string, more: number): string {
  if (against === '') return ''
  const said = saysSo.test(against) ? against : `But: ${against}`
  if (more === 0) return said
  return `${said} ${more === 1 ? 'One more piece speaks against it.' : `${more} more pieces speak against it.`}`
}

const saysSo =
  /^(?:But|However|Yet|Against (?:it|this|that)|What speaks against|On the other hand)\b|speaks? against it\.$/

/** Above the objection, where it stands in a column of its own. */
export const objectionHeading = 'The strongest objection'

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

/** An action and where it was tried: `Children choose a book on Fridays, at Weir Lane Primary and Ysgol y Bryn.` */
export function actionInShort(action: string, places: string): string {
  return ended(places === '' ? action : `${action.replace(/[.]$/, '')}, at ${places}`)
}

export const effectsHeading = 'What difference it made'

export function moreActions(more: number): string {
  return more === 1
    ? 'One more action is told in the whole write-up.'
    : `${more} more actions are told in the whole write-up.`
}
