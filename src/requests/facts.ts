import { type DetailsOf, kind } from '../facts/kinds.js'
import type { RequestKind } from './tables.js'

/** What happens to requests about data: ids and moments. Never a name of whom they are about, and never a word of them. */
export const requestFacts = {
  'data request opened': kind<{ of: RequestKind }>({ audit: ({ of }) => `opened a case about personal data (${of})` }),
  'data request looked for': kind({ audit: 'had the workbench looked through for a case' }),
  'data request looked through': kind({}),
  'data request identity checked': kind({ audit: 'noted how an identity was checked' }),
  'data request extended': kind({ audit: 'took two more months for a case' }),
  'data request acknowledged': kind({ audit: 'acknowledged a complaint' }),
  'data request noted': kind({}),
  'data request packed': kind({ audit: 'made a pack of personal data' }),
  'data pack fetched': kind({ audit: 'fetched a pack of personal data' }),
  'data request closed': kind({ audit: 'closed a case about personal data' }),
  'data request opened again': kind({ audit: 'opened a case about personal data again' }),
  'erasure of a pupil asked': kind({ audit: 'asked for the erasure of a pupil' }),
  'erasure of a pupil refused': kind({ audit: 'did not agree to the erasure of a pupil' }),
  'erasure of a pupil confirmed': kind({ audit: 'confirmed the erasure of a pupil' }),
  /** By the keyed marks of their names alone what came back with a backup is found again (erasing/journal.ts). */
  'pupil erased': kind<{ marks: string[]; rows: [place: string, key: string, columns: string][]; files: string[] }>({
    audit: 'erased a pupil',
    forgetsDrawings: true,
    erasesFiles: ({ files }) => files,
  }),
  'reads looked up': kind({ audit: 'looked up who had read something' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof requestFacts> {}
}
