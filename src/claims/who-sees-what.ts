import { may, member, type Resource } from '../who-sees-what.js'

export const whoSeesClaims: Resource[] = [
  {
    resource: 'claim',
    at: ['claims'],
    rights: {
      'network leader': may('R', 'n', 'shared'),
      'co-leader': may('R', 't'),
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
      headteacher: may('R', 's', 'shared'),
      facilitator: may('R', 'i'),
    },
  },
  {
    resource: 'words on a claim, of evidence shared with the group',
    at: ['claims'],
    rights: {
      'network leader': member,
      'co-leader': member,
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
      facilitator: may('R', 'i', 'shared outside'),
    },
  },
  {
    resource: 'words on a claim, of evidence shared with the network',
    at: ['claims'],
    rights: {
      'network leader': may('R', 'n', 'shared'),
      'co-leader': may('R', 't'),
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
      headteacher: may('R', 's', 'shared'),
      facilitator: may('R', 'i', 'shared outside'),
    },
  },
  {
    resource: 'map of claims, with its codes',
    at: ['claims'],
    rights: {
      'lead learner': may('R', 'g'),
      volunteer: may('R', 'g'),
    },
  },
]
