import { counted, kind, toAround, toGroup, type DetailsOf } from '../facts/kinds.js'

interface Numbered {
  number: number
}

/** What happens to recommendations and their answers. */
export const recommendationFacts = {
  'recommendation drafted': kind<Numbered>({ says: ({ number }) => `drafted recommendation R${number}` }),
  'recommendation revised': kind<Numbered>({ says: ({ number }) => `revised recommendation R${number}` }),
  'evidence chosen for a recommendation': kind<Numbered & { piece: number }>({
    says: ({ number, piece }) => `chose E${piece} for recommendation R${number}`,
  }),
  'evidence taken off a recommendation': kind<Numbered & { piece: number }>({
    says: ({ number, piece }) => `took E${piece} off recommendation R${number}`,
  }),
  'recommendation sent': kind<Numbered & { to: string; schools: string[] }>({
    news: {
      to: toAround,
      says: counted('sent', 'a recommendation', 'recommendations'),
      at: ({ groupId, aboutId }, count) =>
        count === 1 ? `/recommendations/${aboutId}` : `/groups/${groupId}/recommendations`,
    },
    says: ({ number, to }) => `sent recommendation R${number} to ${to}`,
  }),
  'recommendation withdrawn': kind<Numbered>({ says: ({ number }) => `withdrew recommendation R${number}` }),
  'recommendation released': kind<Numbered>({
    says: ({ number }) => `released recommendation R${number} to governors`,
  }),
  'recommendation no longer released': kind<Numbered>({
    says: ({ number }) => `no longer releases recommendation R${number} to governors`,
  }),
  'recommendation answered': kind<Numbered & { school: string; said: string }>({
    news: {
      to: toGroup,
      says: counted('answered', 'a recommendation', 'recommendations'),
      at: ({ groupId, aboutId }, count) =>
        count === 1 ? `/recommendations/${aboutId}` : `/groups/${groupId}/recommendations`,
    },
    says: ({ number, school, said }) => `answered recommendation R${number} for ${school}: ${said}`,
    audit: 'answered a recommendation',
  }),
  'answer entered from paper': kind<Numbered & { school: string; said: string }>({
    says: ({ number, school, said }) =>
      `entered from paper what ${school} answers to recommendation R${number}: ${said}`,
    audit: 'entered a head’s answer from paper',
  }),
  'answer from paper confirmed': kind<Numbered & { school: string; said: string }>({
    says: ({ number, school, said }) =>
      `confirmed the answer on paper to recommendation R${number} for ${school}: ${said}`,
    audit: 'confirmed an answer from paper',
  }),
  'head asked for': kind<{ school: string }>({ audit: 'asked that the head of the school is invited' }),
  'adoption followed': kind<Numbered & { school: string; said: string }>({
    news: {
      to: toGroup,
      says: () => 'told how far a recommendation is in place',
      at: ({ groupId, aboutId }, count) =>
        count === 1 ? `/recommendations/${aboutId}` : `/groups/${groupId}/recommendations`,
    },
    says: ({ number, school, said }) => `says of recommendation R${number} at ${school}: ${said}`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof recommendationFacts> {}
}
