import { may, read, type Resource } from '../who-sees-what.js'

export const whoSeesInfluence: Resource[] = [
  {
    resource: 'influence: what moved between schools',
    at: ['influence'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 'n'),
      'lead learner': may('R', 'n'),
      volunteer: may('R', 'n'),
      headteacher: may('R', 'n'),
      public: may('R', 'p', 'its head agrees'),
    },
  },
  {
    resource: 'who knows how, the community’s figures',
    at: ['who-knows-how', 'figures'],
    rights: { 'network leader': read, 'co-leader': read, 'lead learner': read, volunteer: read, headteacher: read },
  },
]
