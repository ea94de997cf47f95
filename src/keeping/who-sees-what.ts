import { may, read, type Resource } from '../who-sees-what.js'

export const whoSeesKeeping: Resource[] = [
  {
    resource: 'how long the network keeps things',
    at: ['keeping'],
    rights: {
      'network leader': may('RU', 'n'),
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      governor: read,
      partner: read,
      administrator: read,
    },
  },
  {
    resource: 'what will be erased, and what is held back',
    at: ['keeping'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'o'),
      headteacher: may('CRUD', 's'),
    },
  },
]
