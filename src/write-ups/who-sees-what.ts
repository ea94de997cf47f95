import { does, may, type Resource } from '../who-sees-what.js'

export const whoSeesWriteUps: Resource[] = [
  {
    resource: 'write-up, draft',
    at: ['write-up', 'write-ups', 'write-up-parts'],
    rights: {
      'lead learner': [...may('CRUD', 'g'), ...does('submit', 'g')],
      volunteer: may('RU', 'g'),
    },
  },
]
