import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'

/**
 * What happens to visits. Of a visit between two colleagues the audit trail has no line, and no fact says in which network
 * it is: only the letters to those two follow from it.
 */
export const visitFacts = {
  'visit offered': kind({
    news: {
      to: toNetwork,
      says: counted('offered', 'a visit', 'visits'),
      at: ({ networkId, aboutId }, count) =>
        count === 1 ? `/networks/${networkId}/visits/${aboutId}` : `/networks/${networkId}/visits`,
    },
    audit: 'offered a visit',
  }),
  'visit asked for': kind({
    news: {
      to: toNetwork,
      says: counted('asked for', 'a visit', 'visits'),
      at: ({ networkId, aboutId }, count) =>
        count === 1 ? `/networks/${networkId}/visits/${aboutId}` : `/networks/${networkId}/visits`,
    },
    audit: 'asked for a visit',
  }),
  'visit changed': kind({ audit: 'changed a visit' }),
  'visit cancelled': kind({ audit: 'cancelled a visit' }),
  'wish for a visit met': kind({ audit: 'closed a request for a visit' }),
  'day of visit added': kind<{ slot: string }>({ audit: 'changed a visit' }),
  'day of visit moved': kind<{ slot: string }>({ audit: 'moved a visit' }),
  'day of visit cancelled': kind<{ slot: string }>({ audit: 'cancelled a visit' }),
  'visit held': kind<{ slot: string }>({ audit: 'said who came on a visit' }),
  'place on visit taken': kind<{ booking: string }>({ audit: 'booked a visit' }),
  'place on visit given': kind<{ booking: string }>({ audit: 'moved up on a visit' }),
  'place on visit given back': kind<{ booking: string }>({ audit: 'gave a place on a visit back' }),
  'release asked': kind<{ release: string }>({ audit: 'a visit' }),
  'release answered': kind<{ release: string }>({ audit: 'a visit' }),
  'people of visit changed': kind<{ person: string; added: boolean }>({ audit: 'changed who is asked to a visit' }),
  'note on visit shown': kind({}),
  'account of visit shared': kind({ audit: 'shared the account of a visit' }),
  'account of visit taken back': kind({ audit: 'took the account of a visit back' }),
  'two colleagues: proposed': kind({}),
  'two colleagues: agreed': kind({}),
  'two colleagues: moved': kind({}),
  'two colleagues: called off': kind({}),
  'two colleagues: named': kind<{ person: string }>({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof visitFacts> {}
}
