import { kind, toAround, toGroup, type DetailsOf } from '../facts/kinds.js'

/** What happens to a group and to those in it. */
export const groupFacts = {
  'group closed': kind({
    news: { to: toAround, says: () => 'closed the group', at: ({ groupId }) => `/groups/${groupId}` },
    says: () => 'closed the group',
    audit: 'closed a group',
  }),
  'group reopened': kind({
    news: { to: toAround, says: () => 'reopened the group', at: ({ groupId }) => `/groups/${groupId}` },
    says: () => 'reopened the group',
    audit: 'reopened a group',
  }),
  'group described': kind({ says: () => 'changed what the group says of itself' }),
  'group renamed': kind<{ before: string }>({ says: ({ before }) => `renamed the group; it was ${before}` }),
  volunteered: kind({
    news: { to: toGroup, says: () => 'volunteered for the group', at: ({ groupId }) => `/groups/${groupId}/people` },
    says: () => 'volunteered for the group',
    audit: 'volunteered for a group',
  }),
  'group left': kind({
    news: { to: toGroup, says: () => 'left the group', at: ({ groupId }) => `/groups/${groupId}/people` },
    says: () => 'left the group',
    audit: 'left a group',
  }),
  'facilitation ended': kind<{ name: string }>({
    says: ({ name }) => `thanked ${name}, who facilitated the group`,
    audit: 'ended a facilitation',
  }),
  'join link renewed': kind({ says: () => 'renewed the join link', audit: 'renewed a join link' }),
  'lead offered': kind<{ to: string }>({ says: ({ to }) => `offered the lead to ${to}` }),
  'lead taken over': kind({
    news: {
      to: toAround,
      says: () => 'took over the lead of the group',
      at: ({ groupId }) => `/groups/${groupId}/people`,
    },
    says: () => 'took over the lead of the group',
    audit: 'took over the lead of a group',
  }),
  'lead declined': kind({ says: () => 'declined the lead for now' }),
  'offer of the lead taken back': kind({ says: () => 'took back the offer of the lead' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof groupFacts> {}
}
