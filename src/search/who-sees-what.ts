import { may, type Resource } from '../who-sees-what.js'

export const whoSearches: Resource[] = [
  {
    resource: 'search',
    at: ['search'],
    rights: {
      'network leader': may('R', null, 'where it is read'),
      'co-leader': may('R', null, 'where it is read'),
      'lead learner': may('R', null, 'where it is read'),
      volunteer: may('R', null, 'where it is read'),
      headteacher: may('R', null, 'where it is read'),
      governor: may('R', null, 'where it is read'),
      facilitator: may('R', null, 'where it is read'),
      administrator: may('R', 'p'),
      public: may('R', 'p'),
    },
  },
]
