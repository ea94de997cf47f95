import { counted, kind, toNetwork, type DetailsOf } from '../facts/kinds.js'

/** What happens to a network’s projects. All but the last few are about the project itself. */
export const projectFacts = {
  'project proposed': kind({
    news: {
      to: toNetwork,
      says: counted('proposed', 'a project', 'projects'),
      at: ({ networkId, aboutId }, count) =>
        count === 1 ? `/networks/${networkId}/projects/${aboutId}` : `/networks/${networkId}/projects`,
    },
    audit: 'proposed a project',
  }),
  'project changed': kind({}),
  'project begun': kind({ audit: 'began a project' }),
  'joining of a project set': kind({}),
  'project joined': kind<{ member: string }>({}),
  'project left': kind<{ member: string }>({}),
  'asked to a project': kind<{ member: string }>({}),
  'project extended': kind({}),
  'project ended': kind({
    news: {
      to: toNetwork,
      says: counted('ended', 'a project', 'projects'),
      at: ({ networkId, aboutId }, count) =>
        count === 1 ? `/networks/${networkId}/projects/${aboutId}` : `/networks/${networkId}/projects`,
    },
    audit: 'ended a project',
  }),
  'project reopened': kind({ audit: 'reopened a project' }),
  'step of a project noted': kind({}),
  'step of a project taken out': kind({}),
  'outcome of a project said': kind<{ school: string }>({}),

  'project text begun': kind({}),
  'project text described': kind({}),
  'writers of a project text changed': kind({}),
  'issue of a project text kept': kind<{ issue: string; agreed: boolean }>({}),
  'project text challenged': kind<{ comment: string }>({}),
  'words to a project text taken back': kind<{ comment: string }>({}),
  'challenge to a project text answered': kind<{ comment: string }>({}),
  'project text taken home': kind<{ school: string }>({}),
  'school’s version explained': kind<{ school: string }>({}),
  'school’s version shared': kind<{ school: string }>({}),
  'school’s version kept at home': kind<{ school: string }>({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof projectFacts> {}
}
