import { type DetailsOf, kind } from '../facts/kinds.js'

/** What is taken along of a group’s work. */
export const copyFacts = {
  'group brought in': kind({ audit: 'brought a group in' }),
  'network copied': kind({ audit: 'took a copy of the network’s lists' }),
  'copy taken': kind({ says: () => 'took a copy of the group’s work', audit: 'took a copy' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof copyFacts> {}
}
