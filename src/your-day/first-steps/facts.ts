import { type DetailsOf, kind } from '../../facts/kinds.js'

/** That a first step is not wanted is nobody's history. */
export const firstStepFacts = {
  'first step skipped': kind<{ step: string }>({}),
}

declare module '../../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof firstStepFacts> {}
}
