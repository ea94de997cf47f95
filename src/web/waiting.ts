import type { Around } from '../enquiries/around.js'

/** One thing that waits for somebody: a sentence, and the one step that settles it. */
export interface Waiting {
  text: string
  href: string
  /** A verb with its object, as the button says it. */
  action: string
  /** The day by which it is due, as `2027-03-05`; it may be over. */
  due?: string
  /** The network that it belongs to; null for what is only the person's own. */
  networkId: string | null
}

/**
 * A kind of thing that can wait: looks into the records and tells what waits for this person. It tells nothing that they
 * could not open themselves. Each stands in a file of its own, with its sentence as a function.
 */
export type WaitingKind = (around: Around) => Promise<Waiting[]>

/** The first words of what somebody wrote, as one quotation within a sentence. */
export function quoted(words: string, most = 90): string {
  const plain = words.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  return `“${plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`}”`
}
