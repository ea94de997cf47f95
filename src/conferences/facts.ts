import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'

/** What happens to a network’s conferences. */
export const conferenceFacts = {
  'raised at a conference': kind({}),
  'conference note looked at again': kind({}),
  'conference note taken out': kind({}),
  'conference made': kind({
    news: {
      to: toNetwork,
      says: counted('began', 'a conference', 'conferences'),
      at: ({ networkId }) => `/networks/${networkId}/conferences`,
    },
    audit: 'made a conference',
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof conferenceFacts> {}
}
