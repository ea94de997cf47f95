import { schoolsByGroups } from './enquiries/on-network.js'
import { conferencesOnNetwork } from './conferences/on-network.js'
import type { NetworkPart } from './networks/network-parts.js'
import { dueInNetwork } from './your-day/on-network/due.js'
import { movedThisTerm } from './your-day/on-network/moved.js'
import { groupsThatTakeVolunteers } from './your-day/on-network/open-groups.js'

/** What later rooms bring to the network's page, in the order in which it is read. Filled when the house is put together. */
export const networkParts: NetworkPart[] = [
  dueInNetwork,
  schoolsByGroups,
  movedThisTerm,
  conferencesOnNetwork,
  groupsThatTakeVolunteers,
]
