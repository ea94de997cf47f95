import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../around.js'
import { offersTo } from '../../groups/handing-over.js'
import { waits } from '../../web/waiting.js'

/** The lead of a group that is offered to somebody waits for their yes or no. */
export const handoversOffered = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) => offersTo(db, me),
  ),
  says: (offers, { enquiries }) =>
    offers.flatMap(offer => {
      const enquiry = enquiries.find(one => one.groupId === offer.groupId)
      if (!enquiry?.standing.member || enquiry.closedAt !== null) return []
      return {
        text: handoverInWords({ from: offer.fromName, group: offer.groupName }),
        href: `/groups/${offer.groupId}/handover/answer`,
        action: 'Read and answer',
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      }
    }),
})

export function handoverInWords(one: { from: string; group: string }): string {
  return `${one.from} asks you to lead ${one.group} from now on.`
}
