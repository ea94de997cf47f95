import { type DetailsOf, kind, toEverybody, toGroup } from '../facts/kinds.js'
import { listed } from '../words/words.js'

/** Pieces by their numbers, such as `E12`. */
interface Pieces {
  pieces: string[]
}

/** A write-up or a termly report. */
interface Published {
  of: string
}

/** What happens to whatever is submitted and published. */
export const publishingFacts = {
  submitted: kind<Published>({
    news: { to: toGroup, says: () => 'submitted the write-up', at: ({ groupId }) => `/groups/${groupId}/write-up` },
    says: ({ of }) => `submitted the ${of}`,
    audit: ({ of }) => `submitted the ${of}`,
  }),
  'submission returned': kind<Published>({
    news: { to: toGroup, says: () => 'returned the write-up', at: ({ groupId }) => `/groups/${groupId}/write-up` },
    says: ({ of }) => `returned the ${of}`,
    audit: ({ of }) => `returned the ${of}`,
  }),
  'submission taken back': kind<Published>({
    says: ({ of }) => `took the submitted ${of} back`,
    audit: ({ of }) => `took the submitted ${of} back`,
  }),
  'edition published': kind<Published & { edition: number }>({
    news: { to: toEverybody, says: () => 'published new work', at: () => '/published' },
    says: ({ of, edition }) => `approved the ${of}, which is published as edition ${edition}`,
    audit: ({ of, edition }) => `approved the ${of}, which is published as edition ${edition}`,
  }),
  'editions withdrawn': kind<Published>({
    says: ({ of }) => `withdrew the published ${of}`,
    audit: ({ of }) => `withdrew the published ${of}`,
    forgetsDrawings: true,
  }),
  'pieces asked for': kind<Pieces>({
    says: ({ pieces }) => `asked whether the write-up may use ${listed(pieces)}`,
  }),
  'pieces kept back': kind<Pieces>({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof publishingFacts> {}
}
