import { may, type Resource } from '../who-sees-what.js'

export const whoSeesRecommendations: Resource[] = [
  {
    resource: 'recommendation, sent',
    at: ['recommendations'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('R', 'g'),
      volunteer: may('R', 'g'),
      headteacher: may('R', 's'),
      governor: may('R', 'n', 'released'),
      facilitator: may('R', 'i'),
      public: may('R', 'p'),
    },
  },
  {
    resource: 'a head’s response',
    at: ['recommendations'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('R', 'g'),
      volunteer: may('R', 'g'),
      headteacher: may('CRU', 's'),
      governor: may('R', 'n', 'released'),
      public: may('R', 'p', 'its head agrees'),
    },
  },
]
