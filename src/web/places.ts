import { stages, type Stage } from '../stages.js'
import type { Crumb } from './crumb.js'

/** The parts of a group, in their order: the five stages are the way, between where one begins and what goes out. */
export const groupParts = [
  { part: 'overview', text: 'Overview' },
  ...stages.map(({ key, name }) => ({ part: key, text: name })),
  { part: 'sharing', text: 'Write and share' },
  { part: 'settings', text: 'People and settings' },
] as const satisfies { part: string; text: string }[]

export type GroupPart = 'overview' | Stage | 'sharing' | 'settings'

/** The parts of a network, in their order. */
export const networkParts = [
  { part: 'glance', text: 'At a glance' },
  { part: 'groups', text: 'Groups' },
  { part: 'meetings', text: 'Meetings' },
  { part: 'forum', text: 'Forum' },
  { part: 'visits', text: 'Visits' },
  { part: 'reviews', text: 'Reviews' },
  { part: 'recommendations', text: 'Recommendations' },
  { part: 'reports', text: 'Reports' },
  { part: 'conference', text: 'Conference' },
  { part: 'people', text: 'People and schools' },
  { part: 'money', text: 'Money and time' },
  { part: 'settings', text: 'Settings' },
] as const

export type NetworkPart = (typeof networkParts)[number]['part']

/** A page of a group or network that can be gone to from every other page of it. */
interface Place {
  /** Its name, which pages say they are at. */
  tab: string
  text: string
  /** Other words by which the search finds it, besides its text and that of its part. */
  finds: string
  /** Its part leads to it first, whichever room says it. */
  first?: true
  /** It stands on the page of another place, and is no place of its own in the way. */
  within?: string
}

export interface GroupTabPlace extends Place {
  /** The part of the group under which it stands. */
  part: GroupPart
  /** Behind `/groups/<group>`. */
  path: string
  for: GroupOpening
}

export interface NetworkTabPlace extends Place {
  part: NetworkPart
  /** Behind `/networks/<network>`. */
  path: string
  for: NetworkOpening
}

/**
 * Who is led there: everybody who may read the group, those inside (members and leaders), its members alone, whoever may
 * read the stage of that part; those who keep the group, its lead, and whoever may go.
 */
export type GroupOpening =
  | 'everybody'
  | 'inside'
  | 'members'
  | 'readers of the stage'
  | 'those who invite'
  | 'those who hand over'
  | 'those who leave'
  | 'those who change it'
  | 'those who close it'
  | 'those who reopen it'
  | 'the lead of a finished cycle'

/** Everybody who sees the network, those who work in it, its leaders; these and the heads and data leads of its schools. */
export type NetworkOpening = 'everybody' | 'inside' | 'leaders' | 'those who propose' | 'those who answer for data'

/** Every place of a group and of a network, in the order of the rooms. */
export interface Places {
  group: GroupTabPlace[]
  network: NetworkTabPlace[]
}

/** A place as it is led to. */
export interface Way {
  href: string
  text: string
  current: boolean
}

/** The two levels of the navigation of a group or network, as one reader is led there. */
export interface Ways {
  /** The parts, each leading to its first place. A part without a place for this reader leads nowhere. */
  parts: (Omit<Way, 'href'> & { part: string; href?: string })[]
  /** The places of the part that is open. */
  places: Way[]
}

/** What stands at the top of every page of a group or network (views/shared/_place-head.ejs). */
export interface PlaceHead {
  kind: 'group' | 'network'
  /** Of the group or network. */
  name: string
  href: string
  /** Whether the reader may open that page: a guest of one page may not. */
  isOpen: boolean
  /** The network of a group, for those who may open it. */
  above: Crumb | null
  ways(places: Places): Ways
  /** What one may open here, with the words by which the search finds it. */
  pages(places: Places): PageFound[]
}

/** A page that the search may name. */
export interface PageFound {
  href: string
  text: string
  part: string
  finds: string
}

/**
 * @param here the place that is marked, as its room names it
 * @param leads whether this reader is led to a place
 */
export function waysTo<One extends GroupTabPlace | NetworkTabPlace>(
  parts: readonly { part: One['part']; text: string }[],
  places: One[],
  here: string,
  leads: (place: One) => boolean,
  addressOf: (place: One) => string,
): Ways {
  const at = places.find(place => place.tab === here)
  if (!at) throw new Error(`No room brings a place called “${here}”.`)
  const marked = at.within ?? at.tab
  const inPart = (part: string) =>
    places
      .filter(place => place.part === part && !place.within && leads(place))
      .sort((one, other) => (other.first ? 1 : 0) - (one.first ? 1 : 0))
  return {
    parts: parts.map(({ part, text }) => {
      const [first] = inPart(part)
      return { part, text, current: part === at.part, ...(first ? { href: addressOf(first) } : {}) }
    }),
    places: inPart(at.part).map(place => ({
      href: addressOf(place),
      text: place.text,
      current: place.tab === marked,
    })),
  }
}

/** Every place that this reader is led to, those within others too. */
export function pagesAmong<One extends GroupTabPlace | NetworkTabPlace>(
  parts: readonly { part: One['part']; text: string }[],
  places: One[],
  leads: (place: One) => boolean,
  addressOf: (place: One) => string,
): PageFound[] {
  return parts.flatMap(({ part, text }) =>
    places
      .filter(place => place.part === part && leads(place))
      .map(place => ({ href: addressOf(place), text: place.text, part: text, finds: place.finds })),
  )
}
