import { type DetailsOf, kind } from '../facts/kinds.js'
import { plural } from '../words/words.js'
import { monthsInWords } from './words.js'

interface OfEnding {
  /** What ends, and the row that says so. */
  of: string
  ending: string
}

interface OfKind {
  /** The kind of thing (src/keeping/kinds). */
  of: string
}

/** What is kept no longer than needed: never a name, never a word of what went. */
export const keepingFacts = {
  'period of keeping set': kind<OfKind & { months: number | null }>({
    audit: ({ of, months }) =>
      `set how long the network keeps ${of}: ${months === null ? 'never by itself' : monthsInWords(months)}`,
  }),
  'things will go': kind<OfKind & { round: string; count: number }>({
    audit: ({ of, count }) => `said that ${plural(count, 'thing', 'things')} of the kind ${of} will be erased`,
  }),
  'things kept no longer': kind<OfKind & { things: string[]; own: boolean }>({
    audit: ({ of, things }) =>
      `erased ${plural(things.length, 'thing', 'things')} of the kind ${of} at the end of its time`,
    forgetsDrawings: true,
    erasesFiles: () => [],
  }),
  'erased as a whole': kind<{ of: string; things: string[]; choice: string }>({
    audit: ({ of }) => `erased a whole ${of}`,
    forgetsDrawings: true,
    erasesFiles: () => [],
  }),
  // Said so until what ends as a whole was asked for as a grave act like others (src/grave-acts/facts.ts); read still.
  'end asked for': kind<OfEnding>({ audit: ({ of }) => `asked that a whole ${of} is erased` }),
  'end agreed': kind<OfEnding>({ audit: ({ of }) => `agreed that a whole ${of} is erased` }),
  'end stopped': kind<OfEnding>({ audit: ({ of }) => `stopped that a whole ${of} is erased` }),
  'data of a school taken out': kind({ audit: 'took the data of a school out' }),
  'files of a whole erased': kind<{ files: string[] }>({ erasesFiles: ({ files }) => files }),
  'held back': kind<{ what: string }>({ audit: ({ what }) => `held back from erasing: ${what}` }),
  'hold ended': kind<{ what: string }>({ audit: ({ what }) => `ended the holding back of ${what}` }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof keepingFacts> {}
}
