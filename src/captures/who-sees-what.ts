import { may, type Resource } from '../who-sees-what.js'

export const whoSeesCaptures: Resource[] = [
  {
    resource: 'evidence on its way from a device',
    at: ['log', 'captures', 'uploads'],
    rights: {
      'lead learner': may('CRUD', 'o'),
      volunteer: may('CRUD', 'o'),
    },
  },
]
