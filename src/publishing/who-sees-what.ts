import { does, may, type Resource } from '../who-sees-what.js'

export const whoSeesPublishing: Resource[] = [
  {
    resource: 'write-up, submitted',
    at: ['write-up', 'write-ups'],
    rights: {
      'network leader': may('R', 'n', 'submitted'),
      'co-leader': [...may('R', 't'), ...does('return', 't')],
      'lead learner': may('CRUD', 'g'),
      volunteer: may('RU', 'g'),
      headteacher: may('R', 's', 'submitted'),
      facilitator: [...may('R', 'i', 'submitted'), ...does('comment', 'i')],
    },
  },
]
