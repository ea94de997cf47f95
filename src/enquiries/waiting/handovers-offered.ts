import type { Around } from '../around.js'
import { offersTo } from '../../groups/handing-over.js'
import type { WaitingKind } from '../../web/waiting.js'

/** The lead of a group that is offered to somebody waits for their yes or no. */
export const handoversOffered: WaitingKind<Around> = async ({ db, person, enquiries }) => {
  if (person.groups.length === 0) return []
  const offers = await offersTo(db, person)
  return offers.flatMap(offer => {
    const enquiry = enquiries.find(one => one.groupId === offer.groupId)
    if (!enquiry?.standing.member || enquiry.closedAt !== null) return []
    return {
      text: handoverInWords({ from: offer.fromName, group: offer.groupName }),
      href: `/groups/${offer.groupId}/handover/answer`,
      action: 'Read and answer',
      networkId: enquiry.networkId,
    }
  })
}

export function handoverInWords(one: { from: string; group: string }): string {
  return `${one.from} asks you to lead ${one.group} from now on.`
}
