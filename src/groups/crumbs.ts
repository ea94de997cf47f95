import type { Crumb } from '../web/show.js'
import type { FoundGroup } from './group.js'

export function crumbsOfGroup(group: FoundGroup): Crumb[] {
  return [
    { href: `/networks/${group.networkId}`, text: group.networkName },
    { href: `/groups/${group.id}`, text: group.name },
  ]
}
