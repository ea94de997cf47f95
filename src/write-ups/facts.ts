import { type DetailsOf, kind } from '../facts/kinds.js'

/** A write-up or a termly report. */
interface Published {
  of: string
}

/** What happens to a write-up, and to whatever is submitted and published. */
export const writeUpFacts = {
  'write-up begun': kind({ says: () => 'began the write-up' }),
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
  'references of a write-up chosen': kind({ says: () => 'chose which references the write-up lists' }),
  submitted: kind<Published>({ says: ({ of }) => `submitted the ${of}`, audit: ({ of }) => `submitted the ${of}` }),
  'submission returned': kind<Published>({
    says: ({ of }) => `returned the ${of}`,
    audit: ({ of }) => `returned the ${of}`,
  }),
  'submission taken back': kind<Published>({
    says: ({ of }) => `took the submitted ${of} back`,
    audit: ({ of }) => `took the submitted ${of} back`,
  }),
  'edition published': kind<Published & { edition: number }>({
    says: ({ of, edition }) => `approved the ${of}, which is published as edition ${edition}`,
    audit: ({ of, edition }) => `approved the ${of}, which is published as edition ${edition}`,
  }),
  'editions withdrawn': kind<Published>({
    says: ({ of }) => `withdrew the published ${of}`,
    audit: ({ of }) => `withdrew the published ${of}`,
    forgetsDrawings: true,
  }),
}

declare module '../facts/facts.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface FactKinds extends DetailsOf<typeof writeUpFacts> {}
}
