import type { Telling, TellingOf } from '../database/asked-in-one.js'
import { day } from '../words/words.js'
import { today } from './now.js'

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
  /** The group that it belongs to, where it belongs to one: it stands on the home of the group too. */
  groupId?: string | null
}

/** `By 27 November 2026`; once that day is over `Due since 27 November 2026`. */
export function dueSaid(due: string): string {
  return `${due < today() ? 'Due since' : 'By'} ${day(due)}`
}

/** How soon a kind of thing stands on somebody's day; what is due within two weeks comes before all. */
export const waitingOrders = ['at once', 'asked', 'for the network', 'when there is time'] as const

export type WaitingOrder = (typeof waitingOrders)[number]

/**
 * A kind of thing that can wait: `asks` looks into the records, together with all other kinds (src/database/asked-in-one.ts), and
 * where it finds something `says` tells what of it waits for this person. It tells nothing that they could not open themselves.
 * Each stands in a file of its room, with its sentence as a function. One without `asks` tells it from what is known already.
 * `Known` is what it needs to know of their day (src/enquiries/around.ts).
 */
export type WaitingKind<Known> = Telling<Known, Waiting>

/** Says a kind. */
export function waits<Known, Row>(kind: TellingOf<Known, Row, Waiting>): WaitingKind<Known> {
  return kind
}

/** The first words of what somebody wrote, as one quotation within a sentence. */
export function quoted(words: string, most = 90): string {
  const plain = words.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  return `“${plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`}”`
}
