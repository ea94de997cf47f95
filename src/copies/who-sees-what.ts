import { may, type Resource } from '../who-sees-what.js'

export const whoSeesCopies: Resource[] = [
  {
    resource: 'copy of the group’s work',
    at: ['copies'],
    rights: {
      'lead learner': may('CR', 'g'),
      volunteer: may('CR', 'g'),
    },
  },
  { resource: 'copy of the network’s lists', at: ['copy'], rights: { 'network leader': may('CR', 'n') } },
]
