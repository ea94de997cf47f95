import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import type { Network } from './tables.js'

/** A part of the network's page that a later room brings: its view, and what that view is given. */
export interface NetworkPart {
  view: string
  /** What the view is given; undefined leaves the part out. */
  load(db: Db, person: Person, network: Network): Promise<Record<string, unknown> | undefined>
}

export interface LoadedPart {
  view: string
  given: Record<string, unknown>
}

/** Loads the parts one after the other, in their order on the page. */
export async function loadParts(parts: NetworkPart[], db: Db, person: Person, network: Network): Promise<LoadedPart[]> {
  const loaded: LoadedPart[] = []
  for (const { view, load } of parts) {
    const given = await load(db, person, network)
    if (given) loaded.push({ view, given })
  }
  return loaded
}
