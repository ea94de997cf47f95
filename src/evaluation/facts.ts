import { counted, kind, toGroup, type DetailsOf } from '../facts/kinds.js'

/** What is judged of actions. */
export const evaluationFacts = {
  /** Saved on the way to a judgement, or soon after it: told to nobody. */
  'effect typed': kind<{ number: number }>({}),
  'effect judged': kind<{ number: number; school: string }>({
    news: {
      to: toGroup,
      says: counted('judged', 'the effect of an action', 'effects of actions'),
      at: ({ groupId }) => `/groups/${groupId}/stages/evaluation`,
    },
    says: ({ number, school }) => `judged what action A${number} did at ${school}`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof evaluationFacts> {}
}
