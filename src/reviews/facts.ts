import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to reviews. No fact tells of an answer, not even that one came: the trail would say who answered when. */
export const reviewFacts = {
  'review begun': kind({ audit: 'began a review' }),
  'review opened': kind({ audit: 'opened a review' }),
  /** Others are asked once it is open, by their ids. */
  'review people asked': kind<{ people: string[] }>({ audit: 'asked more people in a review' }),
  'review moved': kind({ audit: 'gave a review another last day' }),
  'review reminded': kind({ audit: 'reminded those asked in a review' }),
  'review closed': kind({ audit: 'closed a review' }),
  'review dropped': kind({ audit: 'dropped a review that was not open yet' }),
  'review talk set': kind({}),
  'review told': kind({ audit: 'chose what of a review the report tells' }),
  'review point chosen': kind({}),
  'review point changed': kind({}),
  'review point done': kind({}),
  'review point let go': kind({}),
  'review instrument made': kind({ audit: 'made an instrument for reviews' }),
  'review instrument changed': kind({ audit: 'changed an instrument for reviews' }),
  'review instrument retired': kind({ audit: 'retired an instrument for reviews' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof reviewFacts> {}
}
