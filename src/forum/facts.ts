import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'

/** What happens in the forum of a network. */
export const forumFacts = {
  'forum post made': kind({
    news: {
      to: toNetwork,
      says: counted('put', 'a post into the forum', 'posts into the forum'),
      at: ({ networkId, aboutId }, count) =>
        count === 1 ? `/networks/${networkId}/forum/${aboutId}` : `/networks/${networkId}/forum`,
    },
  }),
  'forum post changed': kind({}),
  'forum post taken down': kind({ audit: 'took an own post in the forum down' }),
  'forum post folded away': kind({ audit: 'folded a post in the forum away' }),
  'forum post opened again': kind({ audit: 'opened a post in the forum again' }),
  'forum request met': kind({}),
  'forum request open again': kind({}),
  'forum answered': kind<{ answer: string; isFirst: boolean }>({
    news: {
      to: toNetwork,
      says: count => `answered ${count === 1 ? 'a post' : 'posts'} in the forum`,
      at: ({ networkId, aboutId }, count) =>
        count === 1 ? `/networks/${networkId}/forum/${aboutId}` : `/networks/${networkId}/forum`,
    },
  }),
  'forum answer taken down': kind({}),
  'forum post taken up': kind<{ takeUp: string }>({}),
  'forum told what came of it': kind<{ takeUp: string }>({}),
  'forum place taken': kind({}),
  'forum place given up': kind({}),
  'forum place became free': kind<{ person: string }>({}),
  'forum date moved': kind({}),
  'forum date cancelled': kind({}),
  'forum topics chosen': kind<{ posts: string[] }>({}),
  'forum reader invited': kind({ audit: 'invited a reader to the forum' }),
  'forum reader ended': kind({ audit: 'ended somebody’s reading of the forum' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof forumFacts> {}
}
