import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'

/** What happens to a network’s conferences. */
export const conferenceFacts = {
  'raised at a conference': kind({}),
  'conference note looked at again': kind({}),
  'conference note taken out': kind({}),
  'abstract written': kind<{ conference: string }>({
    says: ({ conference }) => `wrote what the booklet of “${conference}” says of the group`,
  }),
  'booklet opened to guests': kind({ audit: 'opened a conference booklet to governors and facilitators' }),
  'booklet closed to guests': kind({ audit: 'closed a conference booklet to governors and facilitators' }),
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
