import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to a network’s conferences. */
export const conferenceFacts = {
  'conference made': kind({ audit: 'made a conference' }),
}

declare module '../facts/facts.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface FactKinds extends DetailsOf<typeof conferenceFacts> {}
}
