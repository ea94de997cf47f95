import { counted, type DetailsOf, kind, toGroup } from '../facts/kinds.js'

const at = ({ groupId }: { groupId: string | null }) => `/groups/${groupId}/question-parts`

/** What happens to the parts of a question. */
export const questionPartFacts = {
  'question part named': kind({
    says: () => 'named a part of the question',
    news: { to: toGroup, says: counted('named', 'a part of the question', 'parts of the question'), at },
  }),
  'question part reworded': kind({ says: () => 'put a part of the question in other words' }),
  'question parts ordered': kind({}),
  'question part removed': kind({ says: () => 'took out a part of the question' }),
  'question part brought back': kind({ says: () => 'brought back a part of the question' }),
  'question part tied': kind({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof questionPartFacts> {}
}
