import type { Person } from '../people/person.js'
import { maySeeInside } from './permissions.js'
import type { Network } from './tables.js'

export type NetworkTab = 'home' | 'schools' | 'people' | 'terms' | 'themes' | 'recommendations' | 'reports'

/** What stands at the top of every page of a network (views/networks/_head.ejs). */
export interface NetworkHead {
  name: string
  tabs: { href: string; text: string; current: boolean }[]
}

const tabs: { tab: NetworkTab; text: string; path: string; insideOnly?: true }[] = [
  { tab: 'home', text: 'The network', path: '' },
  { tab: 'schools', text: 'Schools', path: '/schools' },
  { tab: 'people', text: 'People', path: '/people', insideOnly: true },
  { tab: 'terms', text: 'Terms', path: '/terms' },
  { tab: 'themes', text: 'Themes', path: '/themes' },
  { tab: 'recommendations', text: 'Recommendations', path: '/recommendations', insideOnly: true },
  { tab: 'reports', text: 'Termly reports', path: '/reports', insideOnly: true },
]

export function networkHead(network: Network, person: Person, here: NetworkTab): NetworkHead {
  const inside = maySeeInside(person, network)
  return {
    name: network.name,
    tabs: tabs
      .filter(tab => inside || !tab.insideOnly)
      .map(({ tab, text, path }) => ({ href: `/networks/${network.id}${path}`, text, current: tab === here })),
  }
}
