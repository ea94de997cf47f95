import { type DetailsOf, kind } from '../facts/kinds.js'

/** What is judged of actions. */
export const evaluationFacts = {
  'effect judged': kind<{ number: number; school: string }>({
    says: ({ number, school }) => `judged what action A${number} did at ${school}`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof evaluationFacts> {}
}
