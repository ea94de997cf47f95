import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens in circles and at their meetings. In a group’s history stands what its own meetings did. */
export const meetingFacts = {
  'circle made': kind({ audit: 'made a circle' }),
  'circle changed': kind({}),
  'circle closed': kind({ audit: 'closed a circle' }),
  'circle reopened': kind({ audit: 'reopened a circle' }),
  'circle terms agreed': kind({ says: () => 'agreed terms for the group’s meetings' }),
  'person came into circle': kind<{ personId: string; how: 'invited' | 'joined' }>({}),
  'person left circle': kind<{ personId: string }>({}),

  'meeting planned': kind<{ silent?: true }>({ says: () => 'planned a meeting' }),
  'meetings laid out': kind<{ meetings: string[] }>({ says: () => 'laid out the meetings of a year' }),
  'meeting changed': kind({}),
  'meeting moved': kind<{ before: string | null }>({ says: () => 'moved a meeting' }),
  'meeting cancelled': kind({ says: () => 'cancelled a meeting' }),
  'dates offered': kind({ says: () => 'asked when everybody can meet' }),
  'date of meeting found': kind({ says: () => 'found a date for a meeting' }),
  'guest invited to meeting': kind<{ personId: string }>({}),
  'said to come': kind<{ comes: boolean }>({}),
  'attendance ticked': kind({}),
  'papers ready': kind({}),
  'paper added': kind({}),
  'paper removed': kind({}),

  'agenda item proposed': kind<{ meetingId: string }>({}),
  'agenda item changed': kind<{ meetingId: string }>({}),
  'agenda agreed': kind({ says: () => 'agreed an agenda' }),
  'minutes opened': kind({ says: () => 'opened the minutes of a meeting to those who were there' }),
  'minutes agreed': kind({ says: () => 'agreed the minutes of a meeting' }),
  'amendment suggested': kind<{ meetingId: string }>({}),
  'amendment answered': kind<{ meetingId: string }>({}),
  'note on minutes added': kind({}),

  'decision recorded': kind({}),
  'decision changed': kind({}),
  'decision removed': kind({}),
  'decision superseded': kind({}),
  'meeting action agreed': kind({}),
  'meeting action settled': kind({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof meetingFacts> {}
}
