import { may, member, read, type Resource } from '../who-sees-what.js'

export const whoSeesKnowledge: Resource[] = [
  {
    resource: 'reference, the group’s own',
    at: ['references', 'knowledge'],
    rights: {
      'network leader': member,
      'co-leader': member,
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
    },
  },
  {
    resource: 'reference, shared with the network',
    at: ['references', 'published-knowledge'],
    rights: {
      'network leader': read,
      'co-leader': read,
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
      headteacher: read,
    },
  },
]
