import { may, type Resource } from '../who-sees-what.js'

export const whoSeesRecommendations: Resource[] = [
  {
    resource: 'recommendation, sent',
    at: ['recommendations'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('R', 'g'),
      volunteer: [...may('R', 'g'), ...may('R', 's')],
      headteacher: may('R', 's'),
      governor: may('R', 'n', 'released'),
      facilitator: may('R', 'i'),
      public: may('R', 'p'),
    },
  },
  {
    resource: 'where a recommendation is in place',
    at: ['recommendations'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('R', 'g'),
      volunteer: [...may('R', 'g'), ...may('R', 's')],
      headteacher: may('R', 's'),
      governor: may('R', 'n', 'released', 'its head agrees'),
      public: may('R', 'p', 'its head agrees'),
    },
  },
  {
    resource: 'a head’s response',
    at: ['recommendations'],
    rights: {
      'network leader': [...may('R', 'n'), ...may('C', 'n', 'there is no head')],
      'co-leader': may('R', 't'),
      'lead learner': [...may('R', 'g'), ...may('C', 'g', 'there is no head')],
      volunteer: [...may('R', 'g'), ...may('CR', 's', 'there is no head')],
      headteacher: may('CRU', 's'),
      governor: may('R', 'n', 'released'),
      public: may('R', 'p', 'its head agrees'),
    },
  },
]
