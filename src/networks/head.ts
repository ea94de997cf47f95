import type { Person } from '../people/person.js'
import { networkSections, type Places, type Tab, tabsOf } from '../web/places.js'
import { maySeeInside, maySeeNetwork } from './permissions.js'
import type { Network } from './tables.js'

/** What stands at the top of every page of a network (views/networks/_head.ejs). */
export interface NetworkHead {
  name: string
  /** The sections of a network's places, each with its first place that this reader is led to. */
  sections(places: Places['network']): Tab[]
  /** The places of the section that is open, as far as this reader is led to them. */
  tabs(places: Places['network']): Tab[]
}

/** @param here the place that is marked, as its room names it in `networkTabs`; any other word marks none */
export function networkHead(network: Network, person: Person, here: string): NetworkHead {
  const seen = maySeeInside(person, network)
    ? (['everybody', 'inside'] as const)
    : maySeeNetwork(person, network)
      ? (['everybody'] as const)
      : []
  const open = (places: Places['network']) => places.find(place => place.tab === here)?.section ?? 'network'
  const tabsIn = (places: Places['network'], section: string) =>
    tabsOf(
      places.filter(place => place.section === section),
      { href: `/networks/${network.id}`, here },
      [...seen],
    )
  return {
    name: network.name,
    sections: places =>
      networkSections.flatMap(({ section, text }) => {
        const [first] = tabsIn(places, section)
        return first ? [{ href: first.href, text, current: section === open(places) }] : []
      }),
    tabs: places => tabsIn(places, open(places)),
  }
}
