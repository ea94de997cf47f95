import { may, type Resource } from '../who-sees-what.js'

const inTheChair = [...may('R', 'n'), ...may('CRD', 'n', 'in the chair')]
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
    resource: 'what the next session of the forum talks about',
    at: ['forum'],
    rights: {
      'network leader': may('CRD', 'n'),
      'co-leader': may('CRD', 'n'),
      'lead learner': inTheChair,
      volunteer: inTheChair,
      headteacher: inTheChair,
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
