import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'
import { plural } from '../words/words.js'

/** What happens to the addresses of calendars, and to the days that a network keeps in common. */
export const calendarFacts = {
  'calendar address made': kind({ audit: 'made a secret address of a calendar' }),
  'calendar address renewed': kind({ audit: 'renewed the secret address of a calendar' }),
  'calendar address ended': kind({ audit: 'ended the secret address of a calendar' }),
  'common day set': kind({
    news: {
      to: toNetwork,
      says: counted('set', 'a day in common', 'days in common'),
      at: ({ networkId }) => `/networks/${networkId}/calendar`,
    },
    audit: 'set a day in common',
  }),
  'common days copied': kind<{ days: string[] }>({
    audit: ({ days }) => `set ${plural(days.length, 'day', 'days')} in common from those of the year before`,
  }),
  'common day changed': kind<{ moved: boolean }>({
    audit: ({ moved }) => (moved ? 'moved a day in common' : 'changed a day in common'),
  }),
  'common day cancelled': kind({ audit: 'cancelled a day in common' }),
  'common day answered': kind<{ school: string }>({ audit: 'said whether a school keeps a day in common' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof calendarFacts> {}
}
