import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to the published works that a group refers to. */
export const knowledgeFacts = {
  'references added': kind<{ works: number; ids: string[] }>({
    says: ({ works }) => (works === 1 ? 'added a reference' : `added ${works} references`),
  }),
  'reference revised': kind({ says: () => 'revised a reference' }),
  'reference removed': kind({ says: () => 'removed a reference' }),
  'reference brought back': kind({ says: () => 'brought back a reference' }),
  'reference shared': kind({ says: () => 'shared a reference' }),
  'reference taken back': kind({ says: () => 'took a reference back into the group' }),
  'stance said': kind<{ stance: string }>({ says: () => 'said what a published work does to our thinking' }),
  'stance said in other words': kind<{ stance: string }>({
    says: () => 'said in other words what a published work does',
  }),
  'stance taken out': kind<{ stance: string }>({ says: () => 'took out what a published work does to our thinking' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof knowledgeFacts> {}
}
