import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to texts that are saved as they are typed. @param of the kind of text */
export const textFacts = {
  'text saved': kind<{ of: string }>({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof textFacts> {}
}
