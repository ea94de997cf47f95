import { may, read, type Resource } from '../who-sees-what.js'

export const whoSeesReviews: Resource[] = [
  {
    resource: 'review: that there is one, what was chosen',
    at: ['reviews'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': may('CRU', 't'),
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      governor: may('R', null, 'where they are asked'),
      facilitator: may('R', null, 'where they are asked'),
      partner: may('R', null, 'where they are asked'),
    },
  },
  {
    resource: 'review: own answers',
    at: ['reviews'],
    rights: {
      'network leader': may('CRUD', 'o', 'where they are asked'),
      'co-leader': may('CRUD', 'o', 'where they are asked'),
      'lead learner': may('CRUD', 'o', 'where they are asked'),
      volunteer: may('CRUD', 'o', 'where they are asked'),
      headteacher: may('CRUD', 'o', 'where they are asked'),
      governor: may('CRUD', 'o', 'where they are asked'),
      facilitator: may('CRUD', 'o', 'where they are asked'),
      partner: may('CRUD', 'o', 'where they are asked'),
      public: may('C', 'o', 'with its link'),
    },
  },
  {
    resource: 'review: how answers spread (five or more)',
    at: ['reviews'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', null, 'where they are asked'),
      'lead learner': may('R', null, 'where they are asked'),
      volunteer: may('R', null, 'where they are asked'),
      headteacher: may('R', null, 'where they are asked'),
      governor: may('R', null, 'where they are asked'),
      facilitator: may('R', null, 'where they are asked'),
      partner: may('R', null, 'where they are asked'),
    },
  },
]
