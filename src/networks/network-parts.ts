import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import type { Network } from './tables.js'

/** The network's page from top to bottom: what comes first in a new one, what is due, its schools and groups, what moved, what comes, and what one can join. */
const placesOnNetwork = ['first', 'due', 'groups', 'news', 'ahead', 'joining'] as const

/** A part of the network's page that a later room brings: its view, and what that view is given. */
export interface NetworkPart<Known = unknown> {
  /** Where on the page it stands. */
  place: (typeof placesOnNetwork)[number]
  view: string
  /** What several parts of the page are worked out from: asked once for all of them. */
  knows?(db: Db, person: Reader, network: Network): Promise<Known>
  /** What the view is given; undefined leaves the part out. */
  load(db: Db, person: Reader, network: Network, known: Known): Promise<Record<string, unknown> | undefined>
}

export interface LoadedPart {
  view: string
  given: Record<string, unknown>
}

/** Loads the parts one after the other, in their order on the page. */
export async function loadParts(parts: NetworkPart[], db: Db, person: Reader, network: Network): Promise<LoadedPart[]> {
  const loaded: LoadedPart[] = []
  const known = new Map<NetworkPart['knows'], unknown>()
  const at = ({ place }: NetworkPart) => placesOnNetwork.indexOf(place)
  for (const { view, load, knows } of [...parts].sort((one, other) => at(one) - at(other))) {
    if (knows && !known.has(knows)) known.set(knows, await knows(db, person, network))
    const given = await load(db, person, network, known.get(knows))
    if (given) loaded.push({ view, given })
  }
  return loaded
}
