import type { StagePart } from '../../enquiries/stages/stage-parts.js'
import type { NetworkPart } from '../../networks/network-parts.js'
import { mayChangeSettings } from '../../networks/permissions.js'
import { type Beginning, beginningsOfGroups, beginningsOfNetworks } from './beginnings.js'

const view = 'your-day/_first-steps'

/** The first steps of a network, for those who lead it. */
export const firstStepsOfNetwork: NetworkPart = {
  place: 'first',
  view,
  async load(db, person, network) {
    if (!mayChangeSettings(person, network)) return undefined
    return shown(await beginningsOfNetworks(db, [network]), `/networks/${network.id}`)
  },
}

/** The first steps of a group, for those who are in it. */
export const firstStepsOfGroup: StagePart<{ beginnings: Beginning[]; back: string; named: boolean }> = {
  stage: 'home',
  first: 'in the place of the next step',
  view,
  async load(db, _person, enquiry) {
    return shown(await beginningsOfGroups(db, [enquiry]), `/groups/${enquiry.groupId}`)
  },
}

function shown(beginnings: Beginning[], back: string) {
  return beginnings.length > 0 ? { beginnings, back, named: false } : undefined
}
