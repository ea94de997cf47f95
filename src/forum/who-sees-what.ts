import { may, type Resource } from '../who-sees-what.js'

const ownAndRead = [...may('CRU', 'o'), ...may('R', 'n')]

export const whoSeesForum: Resource[] = [
  {
    resource: 'forum post, take-up',
    at: ['forum'],
    rights: {
      'network leader': ownAndRead,
      'co-leader': ownAndRead,
      'lead learner': ownAndRead,
      volunteer: ownAndRead,
      headteacher: ownAndRead,
      facilitator: may('R', 'i'),
      partner: may('R', 'i'),
    },
  },
  {
    resource: 'invitation to read the forum',
    at: ['forum'],
    rights: { 'network leader': may('CRUD', 'n') },
  },
]
