import { type DetailsOf, kind } from '../facts/kinds.js'

/** What happens to rounds in which colleagues judge the same pieces. None of them tells who judged what. */
export const moderationFacts = {
  'moderation round prepared': kind({ audit: 'prepared a moderation round' }),
  'moderation round described': kind({}),
  'sheet of a moderation round changed': kind({}),
  'judges of a moderation round changed': kind({}),
  'asked to judge in a moderation round': kind({}),
  'wish to judge answered': kind<{ person: string }>({}),
  'moderation round begun': kind({ audit: 'began a moderation round' }),
  'moderation round opened': kind({ audit: 'opened a moderation round' }),
  'moderation round finished': kind({ audit: 'finished a moderation round' }),

  'piece put into a moderation round': kind<{ round: string }>({}),
  'piece taken out of a moderation round': kind<{ round: string; files: string[] }>({
    audit: 'took pupils’ work out of a moderation round',
    forgetsDrawings: true,
    erasesFiles: ({ files }) => files,
  }),
  'picture of a moderation piece covered': kind<{ round: string; file: string }>({
    audit: 'covered a picture of pupils’ work in a moderation round',
    forgetsDrawings: true,
    erasesFiles: ({ file }) => [file],
  }),
  'piece judged': kind<{ round: string }>({}),
  'judgement of a piece agreed': kind<{ round: string }>({}),
  'judgement of a piece talked of again': kind<{ round: string }>({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof moderationFacts> {}
}
