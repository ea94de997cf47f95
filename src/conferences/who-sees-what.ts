import { may, read, type Resource } from '../who-sees-what.js'

export const whoSeesConferences: Resource[] = [
  {
    resource: 'conference booklet',
    at: ['conferences'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
    },
  },
]
