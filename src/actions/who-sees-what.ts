import { may, type Resource } from '../who-sees-what.js'

export const whoSeesActions: Resource[] = [
  {
    resource: 'action',
    at: ['actions'],
    rights: {
      'network leader': may('R', 'n', 'shared'),
      'co-leader': may('R', 't'),
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
      headteacher: may('R', 's', 'shared'),
      facilitator: may('R', 'i'),
    },
  },
]
