import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'

/** What happens in the themes of a network. */
export const themeFacts = {
  'theme added': kind({
    news: {
      to: toNetwork,
      says: counted('added', 'a theme', 'themes'),
      at: ({ networkId }) => `/networks/${networkId}/themes`,
    },
    audit: 'added a theme',
  }),
  'theme described': kind({ audit: 'changed what is said of a theme' }),
  'theme closed': kind({ audit: 'closed a theme' }),
  'theme reopened': kind({ audit: 'reopened a theme' }),
  'theme handed over': kind<{ to: string }>({ audit: 'handed a theme over to another co-leader' }),
  'theme objective added': kind({}),
  'theme objective answered': kind({}),
  'theme objective removed': kind({}),
  'theme activity agreed': kind({}),
  'theme activity changed': kind({}),
  'theme activity done': kind({}),
  'theme activity dropped': kind({}),
  'champion asked': kind<{ theme: string }>({}),
  'champion said yes': kind<{ theme: string }>({}),
  'champion said no': kind<{ theme: string }>({}),
  'champion stepped back': kind<{ theme: string }>({}),
  'theme session planned': kind<{ theme: string }>({
    news: {
      to: toNetwork,
      says: counted('planned', 'a session of a theme', 'sessions of themes'),
      at: ({ networkId }) => `/networks/${networkId}/themes`,
    },
  }),
  'theme session changed': kind<{ theme: string }>({}),
  'theme session cancelled': kind<{ theme: string }>({}),
  'theme session told of': kind<{ theme: string }>({}),
  'coming to a theme session': kind({}),
  'not coming to a theme session': kind({}),
  'theme plan saved': kind({ audit: 'saved the plan of a theme' }),
  'theme note sent': kind<{ term: string }>({ audit: 'sent the note of a theme' }),
  'cross-group reading may go out': kind<{ term: string }>({ audit: 'let a theme’s summary go out' }),
  'cross-group reading is kept back': kind<{ term: string }>({ audit: 'kept a theme’s summary back' }),
  'codes shared with the theme': kind({ says: () => 'shared codes with the theme' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof themeFacts> {}
}
