import type { House } from '../house.js'
import type { Fact, FactKinds, FactOf } from './facts.js'

/**
 * What follows from a deed: a letter, a drawing to forget, a line in a journal. It runs after the commit, in the order
 * of the facts, at least once for each, also after a crash; so it must be the same to run it twice.
 */
export interface Follower {
  /** Stored with what it has still to try again. */
  name: string
  follows(kind: string): boolean
  /** The answer to a request waits for it, though not for ever. */
  isPrompt: boolean
  run(house: House, fact: Fact): Promise<void>
}

/** A follower of certain kinds of facts. */
export function follower<Name extends keyof FactKinds>({
  name,
  follows,
  isPrompt = false,
  run,
}: {
  name: string
  follows: Name[]
  isPrompt?: boolean
  run(house: House, fact: { [Kind in Name]: FactOf<Kind> }[Name]): Promise<void>
}): Follower {
  const kinds = new Set<string>(follows)
  return { name, isPrompt, follows: kind => kinds.has(kind), run: run as Follower['run'] }
}
