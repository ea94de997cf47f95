import { mayProposeGroups } from '../../groups/permissions.js'
import type { NetworkPart } from '../../networks/network-parts.js'
import { openGroupsFor } from '../open-groups.js'

/** The open list: groups that take volunteers, for those who work in one of the network's schools. */
export const groupsThatTakeVolunteers: NetworkPart = {
  place: 'joining',
  view: 'your-day/_open-groups',
  async load(db, person, network) {
    if (person.joinsFrom(network.id).length === 0) return undefined
    const open = await openGroupsFor(db, person, [network.id], 8)
    const propose = mayProposeGroups(person, network.id)
      ? [{ href: `/networks/${network.id}/groups/new`, text: 'Propose a question' }]
      : []
    return { open: { ...open, propose }, heading: 'Groups that take volunteers', all: `/groups?network=${network.id}` }
  },
}
