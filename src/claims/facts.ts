import { counted, kind, toAround, toGroup, type DetailsOf } from '../facts/kinds.js'
import type { Bearing } from './tables.js'

interface Numbered {
  number: number
}

/** What happens to claims. A claim is called by its number: the history is read by those who may not read an unshared one. */
export const claimFacts = {
  'claim made': kind<Numbered>({
    news: {
      to: toGroup,
      says: counted('made', 'a claim', 'claims'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/claims/${aboutId}` : `/groups/${groupId}/claims`),
    },
    says: ({ number }) => `made claim C${number}`,
  }),
  'claim revised': kind<Numbered>({
    news: {
      to: toGroup,
      says: counted('revised', 'a claim', 'claims'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/claims/${aboutId}` : `/groups/${groupId}/claims`),
    },
    says: ({ number }) => `revised claim C${number}`,
  }),
  'claim shared': kind<Numbered>({
    news: {
      to: toAround,
      says: counted('shared', 'a claim', 'claims'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/claims/${aboutId}` : `/groups/${groupId}/claims`),
    },
    says: ({ number }) => `shared claim C${number}`,
    audit: 'shared a claim',
  }),
  'claim taken back': kind<Numbered>({
    says: ({ number }) => `took claim C${number} back into the group`,
    audit: 'took back a claim',
  }),
  'claim retired': kind<Numbered>({ says: ({ number }) => `retired claim C${number}` }),
  'claim brought back': kind<Numbered>({ says: ({ number }) => `brought back claim C${number}` }),
  'evidence linked to a claim': kind<Numbered & { piece: number; bearing: Bearing }>({
    news: {
      to: toGroup,
      says: count => `linked evidence to ${count === 1 ? 'a claim' : 'claims'}`,
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/claims/${aboutId}` : `/groups/${groupId}/claims`),
    },
    says: ({ number, piece, bearing }) => `linked E${piece} ${bearing} claim C${number}`,
  }),
  'evidence unlinked from a claim': kind<Numbered & { piece: number }>({
    says: ({ number, piece }) => `unlinked E${piece} from claim C${number}`,
  }),
  'passage linked to a claim': kind<Numbered & { piece: number; bearing: Bearing }>({
    says: ({ number, piece, bearing }) => `linked words of E${piece} ${bearing} claim C${number}`,
  }),
  'passage unlinked from a claim': kind<Numbered & { piece: number }>({
    says: ({ number, piece }) => `unlinked words of E${piece} from claim C${number}`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof claimFacts> {}
}
