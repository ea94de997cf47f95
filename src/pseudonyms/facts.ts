import { type DetailsOf, kind } from '../facts/kinds.js'
import type { PseudonymKind } from '../names/tables.js'

/** A fact tells that something was chosen, never the name or what stands in its place. */
export const pseudonymFacts = {
  'pseudonym chosen': kind<{ of: PseudonymKind }>({
    says: fact => `chose how a ${fact.of} is called outside the group`,
    audit: fact => `chose how a ${fact.of} is called outside the group`,
    forgetsDrawings: true,
  }),
  'own name kept': kind<{ of: PseudonymKind }>({
    says: fact => `said that a ${fact.of} keeps its own name outside the group`,
    audit: fact => `said that a ${fact.of} keeps its own name outside the group`,
  }),
  'pseudonym removed': kind<{ of: PseudonymKind }>({
    says: fact => `took a pseudonym of a ${fact.of} away`,
    audit: fact => `took a pseudonym of a ${fact.of} away`,
  }),
  'names for facilitators chosen': kind<{ pseudonyms: boolean }>({
    says: ({ pseudonyms }) => `chose that facilitators read ${pseudonyms ? 'pseudonyms' : 'the names'}`,
    audit: ({ pseudonyms }) => `chose that facilitators read ${pseudonyms ? 'pseudonyms' : 'the names'}`,
    forgetsDrawings: true,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof pseudonymFacts> {}
}
