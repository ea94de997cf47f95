import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to links that open a dossier. */
export const dossierFacts = {
  'dossier link made': kind({ audit: 'made a link to a dossier' }),
  'dossier link withdrawn': kind({ audit: 'withdrew a link to a dossier' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof dossierFacts> {}
}
