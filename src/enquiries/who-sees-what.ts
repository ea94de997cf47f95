import { does, may, member, type Resource } from '../who-sees-what.js'

export const whoSeesEnquiries: Resource[] = [
  {
    resource: 'stage text, draft',
    at: ['stages', 'texts', 'context-cards', 'expertise', 'leverage', 'success-signs'],
    rights: {
      'network leader': member,
      'co-leader': member,
      'lead learner': may('RU', 'g'),
      volunteer: may('RU', 'g'),
    },
  },
  {
    resource: 'stage text, shared',
    at: ['stages'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('RU', 'g'),
      volunteer: may('RU', 'g'),
      headteacher: may('R', 's'),
      facilitator: may('R', 'i'),
    },
  },
  {
    resource: 'comment, challenge',
    at: ['comments'],
    rights: {
      'network leader': does('comment', null, 'where it is read'),
      'co-leader': does('comment', null, 'where it is read'),
      'lead learner': does('comment', 'g'),
      volunteer: does('comment', 'g'),
      headteacher: does('comment', 's', 'where it is read'),
      facilitator: does('comment', 'i'),
    },
  },
]
