import { counted, kind, toAround, toGroup, type DetailsOf } from '../facts/kinds.js'
import { type Stage, stageNamed } from '../stages.js'

/** The fact is about a stage; this is the id of what stands on it. */
interface OfRecord {
  record: string
}

/** What happens to a group’s enquiry: its question, its stages, what stands on them, and what is said of them. */
export const enquiryFacts = {
  'group proposed': kind<{ question: string }>({
    says: ({ question }) => `proposed the question “${question}”`,
    audit: 'proposed a group',
  }),
  'question revised': kind<{ before: string }>({
    news: { to: toAround, says: () => 'revised the question', at: ({ groupId }) => `/groups/${groupId}` },
    says: ({ before }) => `revised the question. Before, it asked: “${before}”`,
  }),
  'stage moved': kind<{ from: Stage; to: Stage; back: boolean; move: string }>({
    news: { to: toAround, says: () => 'moved the group to another stage', at: ({ groupId }) => `/groups/${groupId}` },
    says: ({ from, to, back }) =>
      `${back ? 'went back' : 'moved on'} from ${stageNamed(from).name} to ${stageNamed(to).name}`,
  }),
  'stage shared': kind<{ stage: Stage }>({
    news: { to: toAround, says: counted('shared', 'a stage', 'stages'), at: ({ groupId }) => `/groups/${groupId}` },
    says: ({ stage }) => `shared ${stageNamed(stage).name} with the network`,
    audit: ({ stage }) => `shared stage ${stage}`,
  }),
  'stage taken back': kind<{ stage: Stage }>({
    says: ({ stage }) => `took ${stageNamed(stage).name} back from the network`,
    audit: ({ stage }) => `took stage ${stage} back`,
  }),
  'cycle finished': kind<{ cycle: number; decision: string }>({
    news: { to: toAround, says: () => 'finished a cycle', at: ({ groupId }) => `/groups/${groupId}` },
    says: ({ cycle, decision }) => `finished cycle ${cycle}, with the decision to ${decision}`,
  }),
  'cycle begun': kind<{ cycle: number; question: string }>({
    news: { to: toAround, says: () => 'began another cycle', at: ({ groupId }) => `/groups/${groupId}` },
    says: ({ cycle, question }) => `began cycle ${cycle}: “${question}”`,
  }),
  'context card begun': kind<{ school: string }>({
    news: {
      to: toGroup,
      says: counted('began', 'a context card', 'context cards'),
      at: ({ groupId }) => `/groups/${groupId}/stages/context`,
    },
    says: ({ school }) => `began the context card of ${school}`,
  }),
  'context card mended': kind<{ school: string }>({ says: ({ school }) => `mended the context card of ${school}` }),
  'expertise added': kind<OfRecord>({ says: () => 'put somebody on the expertise map' }),
  'expertise taken out': kind<OfRecord>({ says: () => 'took somebody off the expertise map' }),
  'leverage tested': kind({ says: () => 'tested the leverage of the question' }),
  'success sign added': kind<OfRecord>({
    news: {
      to: toGroup,
      says: counted('added', 'a sign of success', 'signs of success'),
      at: ({ groupId }) => `/groups/${groupId}/stages/purpose`,
    },
    says: () => 'added a sign of success',
  }),
  'success sign taken out': kind<OfRecord>({ says: () => 'took out a sign of success' }),
  challenged: kind<{ thing: string }>({
    news: { to: toGroup, says: counted('put', 'a challenge', 'challenges'), at: ({ groupId }) => `/groups/${groupId}` },
    says: ({ thing }) => `challenged ${thing}`,
  }),
  'commented on': kind<{ thing: string }>({
    news: { to: toGroup, says: counted('made', 'a comment', 'comments'), at: ({ groupId }) => `/groups/${groupId}` },
    says: ({ thing }) => `commented on ${thing}`,
  }),
  'challenge answered': kind({
    news: {
      to: toGroup,
      says: counted('answered', 'a challenge', 'challenges'),
      at: ({ groupId }) => `/groups/${groupId}`,
    },
    says: () => 'answered a challenge',
  }),
  'comment settled': kind<{ what: string }>({ says: ({ what }) => `settled a ${what}` }),
  'comment opened again': kind<{ what: string }>({ says: ({ what }) => `opened a ${what} again` }),
  'words taken back': kind<{ what: string }>({ says: ({ what }) => `took back a ${what}` }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof enquiryFacts> {}
}
