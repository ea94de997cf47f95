import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to a network’s conferences. */
export const conferenceFacts = {
  'conference made': kind({ audit: 'made a conference' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof conferenceFacts> {}
}
