import { may, type Resource } from '../who-sees-what.js'

export const whoSeesCoding: Resource[] = [
  {
    resource: 'codebook, coding, memo, blind reading',
    at: ['codes', 'coding', 'codings', 'memos', 'readings'],
    rights: {
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
    },
  },
]
