import type { Person } from '../people/person.js'
import { type Places, type Tab, tabsOf } from '../web/places.js'
import { maySeeInside } from './permissions.js'
import type { Network } from './tables.js'

/** What stands at the top of every page of a network (views/networks/_head.ejs). */
export interface NetworkHead {
  name: string
  /** Of all places in a network, those that this reader is led to. */
  tabs(places: Places['network']): Tab[]
}

/** @param here the place that is marked, as its room names it in `networkTabs`; any other word marks none */
export function networkHead(network: Network, person: Person, here: string): NetworkHead {
  const seen = maySeeInside(person, network) ? (['everybody', 'inside'] as const) : (['everybody'] as const)
  return {
    name: network.name,
    tabs: places => tabsOf(places, { href: `/networks/${network.id}`, here }, [...seen]),
  }
}
