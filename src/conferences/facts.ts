import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to a network’s conferences. */
export const conferenceFacts = {
  'raised at a conference': kind({}),
  'conference note looked at again': kind({}),
  'conference note taken out': kind({}),
  'conference made': kind({ audit: 'made a conference' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof conferenceFacts> {}
}
