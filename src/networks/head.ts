import type { Person } from '../people/person.js'
import { type NetworkTabPlace, networkParts, pagesAmong, type PlaceHead, waysTo } from '../web/places.js'
import { mayAnswerForData, mayChangeSettings, maySeeInside, maySeeNetwork } from './permissions.js'
import type { Network } from './tables.js'

/** What stands at the top of every page of a network. */
export interface NetworkHead extends PlaceHead {
  kind: 'network'
}

/** @param here the place that is marked, as its room names it in `networkTabs` */
export function networkHead(network: Network, person: Person, here: string): NetworkHead {
  const href = `/networks/${network.id}`
  const opens: Record<NetworkTabPlace['for'], boolean> = {
    everybody: maySeeNetwork(person, network),
    inside: maySeeInside(person, network),
    leaders: mayChangeSettings(person, network),
    'those who answer for data': mayAnswerForData(person, network),
    'those who propose': person.joinsFrom(network.id).length > 0 && !person.isHeadIn(network.id),
  }
  const leads = (place: NetworkTabPlace) => opens[place.for]
  const addressOf = (place: NetworkTabPlace) => href + place.path
  return {
    kind: 'network',
    name: network.name,
    href,
    isOpen: opens.everybody,
    above: null,
    ways: places => waysTo(networkParts, places.network, here, leads, addressOf),
    pages: places => pagesAmong(networkParts, places.network, leads, addressOf),
  }
}

/** Whoever is a guest of the network is led to nothing but what they were invited to. */
export function headOfGuest(network: Pick<Network, 'name'>, to: { href: string; text: string }): NetworkHead {
  return {
    kind: 'network',
    name: network.name,
    href: to.href,
    isOpen: true,
    above: null,
    ways: () => ({ parts: [{ part: 'guest', ...to, current: true }], places: [] }),
    pages: () => [],
  }
}
