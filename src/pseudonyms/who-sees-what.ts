import { may, type Resource } from '../who-sees-what.js'

export const whoSeesPseudonyms: Resource[] = [
  {
    resource: 'pseudonyms of schools and interviewees',
    at: ['pseudonyms'],
    rights: {
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
    },
  },
]
