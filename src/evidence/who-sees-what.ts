import { does, may, member, read, type Resource } from '../who-sees-what.js'

export const whoSeesEvidence: Resource[] = [
  {
    resource: 'evidence, private draft',
    at: ['evidence'],
    rights: {
      'lead learner': may('CRUD', 'o'),
      volunteer: may('CRUD', 'o'),
    },
  },
  {
    resource: 'evidence, shared with group',
    at: ['evidence'],
    rights: {
      'network leader': member,
      'co-leader': member,
      'lead learner': [...may('R', 'g'), ...does('narrow', 'g')],
      volunteer: [...may('R', 'g'), ...may('CRUD', 'o')],
      facilitator: may('R', 'i', 'shared outside'),
    },
  },
  {
    resource: 'evidence, shared with network',
    at: ['evidence'],
    rights: {
      'network leader': read,
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      facilitator: may('R', 'i', 'shared outside'),
    },
  },
  {
    resource: 'file or thumbnail',
    at: ['files'],
    rights: {
      'network leader': may('R', null, 'as its evidence'),
      'co-leader': may('R', null, 'as its evidence'),
      'lead learner': may('R', null, 'as its evidence'),
      volunteer: may('R', null, 'as its evidence'),
      headteacher: may('R', null, 'as its evidence'),
      governor: may('R', null, 'as its evidence'),
      facilitator: may('R', null, 'as its evidence'),
      public: may('R', null, 'inside published work'),
    },
  },
  {
    resource: 'refusal of a school',
    at: ['schools'],
    rights: {
      'lead learner': [...may('CR', 's'), ...may('CRD', 'o')],
      volunteer: [...may('CR', 's'), ...may('CRD', 'o')],
      headteacher: may('CRD', 's'),
    },
  },
  {
    resource: 'list of what a withdrawal touched',
    at: ['withdrawals'],
    rights: {
      'network leader': may('R', 'o'),
      'co-leader': may('R', 'o'),
      'lead learner': may('R', 'g'),
      volunteer: may('R', 'g'),
      headteacher: may('R', 'o'),
    },
  },
]
