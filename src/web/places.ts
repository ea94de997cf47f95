/** Where a page of a group's stands: the tab that is marked. */
export interface GroupTabPlace {
  /** Its name, which pages say they are at. */
  tab: string
  text: string
  /** Behind `/groups/<group>`. */
  path: string
  /** Who is led there: everybody who may read the group, those inside (members and leaders), or its members alone. */
  for: 'everybody' | 'inside' | 'members'
  /** Stands behind those of all other rooms. */
  last?: true
}

/** What a network's places are gathered under, so that none is in the way of somebody who does not use it. */
export const networkSections = [
  { section: 'network', text: 'The network' },
  { section: 'together', text: 'Working together' },
  { section: 'ourselves', text: 'Looking at ourselves' },
  { section: 'outcomes', text: 'What came of it' },
] as const

export interface NetworkTabPlace {
  tab: string
  section: (typeof networkSections)[number]['section']
  text: string
  /** Behind `/networks/<network>`. */
  path: string
  for: 'everybody' | 'inside'
}

/** Every place in the head of a group's and of a network's pages, in the order of the rooms. */
export interface Places {
  group: GroupTabPlace[]
  network: NetworkTabPlace[]
}

export interface Tab {
  href: string
  text: string
  current: boolean
}

/** @param open which of the places this reader is led to */
export function tabsOf<Place extends GroupTabPlace | NetworkTabPlace>(
  places: Place[],
  at: { href: string; here: string },
  open: Place['for'][],
): Tab[] {
  const last = (place: Place) => ('last' in place && place.last ? 1 : 0)
  return [...places]
    .sort((one, other) => last(one) - last(other))
    .filter(place => open.includes(place.for))
    .map(({ tab, text, path }) => ({ href: at.href + path, text, current: tab === at.here }))
}
