import { type DetailsOf, kind } from '../facts/kinds.js'

interface OfAct {
  act: string
  /** The name of its kind. */
  what: string
}

/** What is said about grave acts of every kind: never why, never a name. */
export const graveActFacts = {
  'grave act asked': kind<OfAct>({ audit: ({ what }) => `asked for a grave act: ${what}` }),
  'grave act agreed': kind<OfAct>({ audit: ({ what }) => `agreed to a grave act: ${what}` }),
  'grave act stopped': kind<OfAct>({ audit: ({ what }) => `stopped a grave act: ${what}` }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof graveActFacts> {}
}
