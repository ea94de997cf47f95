import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'

/** What happens to networks and their schools. */
export const networkFacts = {
  'network made': kind({ audit: 'made the network' }),
  'network described': kind({ audit: 'changed the network’s name or words' }),
  'school renamed': kind({ audit: 'changed the name of a school', forgetsDrawings: true }),
  'school left the network': kind({ audit: 'took the school out of the network' }),
  'school came back': kind({ audit: 'took the school back into the network' }),
  'partner added': kind({
    news: {
      to: toNetwork,
      says: counted('added', 'a partner', 'partners'),
      at: ({ networkId }) => `/networks/${networkId}/partners`,
    },
    audit: 'added a partner',
  }),
  'partner changed': kind({ audit: 'changed what is said of a partner' }),
  'partner ended': kind({ audit: 'ended a partnership' }),
  'partner came back': kind({ audit: 'took a partnership up again' }),
  'list of schools imported': kind({ audit: 'imported the list of schools' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof networkFacts> {}
}
