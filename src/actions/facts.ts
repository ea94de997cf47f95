import { counted, kind, toAround, toGroup, type DetailsOf } from '../facts/kinds.js'

interface Numbered {
  number: number
}

/** What happens to actions. */
export const actionFacts = {
  'action agreed': kind<Numbered>({
    news: {
      to: toGroup,
      says: counted('agreed', 'an action', 'actions'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/actions/${aboutId}` : `/groups/${groupId}/actions`),
    },
    says: ({ number }) => `agreed action A${number}`,
  }),
  'action revised': kind<Numbered>({ says: ({ number }) => `revised action A${number}` }),
  'action completed': kind<Numbered>({
    news: {
      to: toGroup,
      says: counted('completed', 'an action', 'actions'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/actions/${aboutId}` : `/groups/${groupId}/actions`),
    },
    says: ({ number }) => `completed action A${number}`,
  }),
  'action taken up again': kind<Numbered>({ says: ({ number }) => `took up action A${number} again` }),
  'action shared': kind<Numbered>({
    news: {
      to: toAround,
      says: counted('shared', 'an action', 'actions'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/actions/${aboutId}` : `/groups/${groupId}/actions`),
    },
    says: ({ number }) => `shared action A${number}`,
    audit: 'shared an action',
  }),
  'action taken back': kind<Numbered>({
    says: ({ number }) => `took action A${number} back into the group`,
    audit: 'took back an action',
  }),
  'action removed': kind<Numbered>({ says: ({ number }) => `removed action A${number}` }),
  'action brought back': kind<Numbered>({ says: ({ number }) => `brought back action A${number}` }),
  'action written of': kind<Numbered & { school: string }>({
    news: {
      to: toGroup,
      says: () => 'wrote how an action went at a school',
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/actions/${aboutId}` : `/groups/${groupId}/actions`),
    },
    says: ({ number, school }) => `wrote how action A${number} went at ${school}`,
  }),
  'school taken off an action': kind<Numbered>({ says: ({ number }) => `took a school off action A${number}` }),
  'evidence linked to an action': kind<Numbered & { piece: number }>({
    says: ({ number, piece }) => `linked E${piece} to action A${number}`,
  }),
  'evidence unlinked from an action': kind<Numbered & { piece: number }>({
    says: ({ number, piece }) => `unlinked E${piece} from action A${number}`,
  }),
  'measure added to an action': kind<Numbered>({ says: ({ number }) => `added a measure to action A${number}` }),
  'measure taken from an action': kind<Numbered>({
    says: ({ number }) => `took a measure away from action A${number}`,
  }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof actionFacts> {}
}
