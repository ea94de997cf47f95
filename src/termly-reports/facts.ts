import { kind, toGroup, type DetailsOf } from '../facts/kinds.js'

interface Termly {
  term: string
}
interface TermlyPart extends Termly {
  part: string
}

/** What happens to the reports of a term: the groups’ short ones and the network’s own. */
export const reportFacts = {
  'short report sent': kind<Termly & { again: boolean }>({
    news: { to: toGroup, says: () => 'sent the report for a term', at: ({ groupId }) => `/groups/${groupId}/reports` },
    says: ({ term, again }) => (again ? `sent the report for ${term} again` : `sent the group’s report for ${term}`),
  }),
  'theme words wait': kind<{ termId: string }>({}),
  'short report asked for': kind<{ termId: string }>({}),
  'part of a report added': kind<TermlyPart>({ says: ({ term, part }) => `added “${part}” to the report for ${term}` }),
  'part of a report called': kind<TermlyPart>({
    says: ({ term, part }) => `called a part “${part}” in the report for ${term}`,
  }),
  'part of a report left out': kind<TermlyPart>({
    says: ({ term, part }) => `left “${part}” out of the report for ${term}`,
  }),
  'part of a report brought back': kind<TermlyPart>({
    says: ({ term, part }) => `brought “${part}” back into the report for ${term}`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof reportFacts> {}
}
