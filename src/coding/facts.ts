import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to the codebook. The group’s history is read beyond the group and the codebook is not, so nothing of it is quoted. */
export const codingFacts = {
  'coding changed': kind({}),
  'code made': kind({ says: () => 'made a code' }),
  'code retired': kind({ says: () => 'retired a code' }),
  'codes merged': kind({ says: () => 'merged two codes' }),
  'blind reading started': kind({ says: () => 'started a blind reading' }),
  'blind reading finished': kind({ says: () => 'finished a blind reading' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof codingFacts> {}
}
