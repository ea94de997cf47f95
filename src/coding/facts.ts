import { counted, kind, toGroup, type DetailsOf } from '../facts/kinds.js'

/** What happens to the codebook. The group’s history is read beyond the group and the codebook is not, so nothing of it is quoted. */
export const codingFacts = {
  'coding changed': kind({}),
  'code made': kind({
    news: { to: toGroup, says: counted('made', 'a code', 'codes'), at: ({ groupId }) => `/groups/${groupId}/codes` },
    says: () => 'made a code',
  }),
  'code retired': kind({ says: () => 'retired a code' }),
  'codes merged': kind({ says: () => 'merged two codes' }),
  'blind reading started': kind({
    news: {
      to: toGroup,
      says: counted('started', 'a blind reading', 'blind readings'),
      at: ({ groupId }) => `/groups/${groupId}/readings`,
    },
    says: () => 'started a blind reading',
  }),
  'blind reading finished': kind({
    news: {
      to: toGroup,
      says: counted('finished', 'a blind reading', 'blind readings'),
      at: ({ groupId }) => `/groups/${groupId}/readings`,
    },
    says: () => 'finished a blind reading',
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof codingFacts> {}
}
