import type { Crumb } from '../web/show.js'
import type { FoundGroup } from './group.js'

/** The way here. A facilitator from outside begins at the group: its network is not theirs to open. */
export function crumbsOfGroup(group: FoundGroup): Crumb[] {
  const { facilitator: _, ...within } = group.standing
  const network = { href: `/networks/${group.networkId}`, text: group.networkName }
  return [...(Object.values(within).some(Boolean) ? [network] : []), { href: `/groups/${group.id}`, text: group.name }]
}
