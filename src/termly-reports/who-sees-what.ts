import { does, may, type Resource } from '../who-sees-what.js'

export const whoSeesTermlyReports: Resource[] = [
  {
    resource: 'termly report, draft',
    at: ['reports'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': does('part', 't'),
      'lead learner': does('part', 'g'),
      volunteer: does('part', 'o'),
    },
  },
]
