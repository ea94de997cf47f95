import { type DetailsOf, kind, toGroup } from '../facts/kinds.js'
import { listed } from '../words/words.js'

/** Pieces by their numbers, such as `E12`. */
interface Pieces {
  pieces: string[]
}

/** What happens to a write-up while it is written. */
export const writeUpFacts = {
  'write-up begun': kind({
    news: { to: toGroup, says: () => 'began the write-up', at: ({ groupId }) => `/groups/${groupId}/write-up` },
    says: () => 'began the write-up',
  }),
  'write-up composed': kind({ says: () => 'composed the write-up from what the group logged' }),
  'part of a write-up composed': kind<{ part: string }>({
    says: ({ part }) => `composed “${part}” of the write-up anew`,
  }),
  'write-up called': kind<{ title: string }>({ says: ({ title }) => `called the write-up “${title}”` }),
  'part of a write-up called': kind<{ part: string }>({
    says: ({ part }) => `called a part of the write-up “${part}”`,
  }),
  'part of a write-up left out': kind<{ part: string }>({ says: ({ part }) => `left “${part}” out of the write-up` }),
  'part of a write-up taken in': kind<{ part: string }>({
    says: ({ part }) => `took “${part}” into the write-up again`,
  }),
  'pieces left out of a write-up': kind<Pieces>({ says: ({ pieces }) => `left ${listed(pieces)} out of the write-up` }),
  'pieces taken into a write-up': kind<Pieces>({
    says: ({ pieces }) => `took ${listed(pieces)} into the write-up again`,
  }),
  'pieces listed in a write-up': kind<Pieces>({ says: ({ pieces }) => `listed ${listed(pieces)} in the write-up` }),
  'pieces listed no more in a write-up': kind<Pieces>({
    says: ({ pieces }) => `took ${listed(pieces)} out of the list of the write-up`,
  }),
  'authors of a write-up named': kind({ says: () => 'said who is named as having written the write-up' }),
  'references of a write-up chosen': kind({ says: () => 'chose which references the write-up lists' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof writeUpFacts> {}
}
