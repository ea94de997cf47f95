import { may, type Resource } from '../who-sees-what.js'

export const whoSeesTheWeek: Resource[] = [
  {
    resource: 'first steps: skipped, or shown again',
    at: ['first-steps'],
    rights: {
      'network leader': may('RU', 'n'),
      'co-leader': may('RU', 'o'),
      'lead learner': may('RU', 'g'),
      volunteer: may('RU', 'g'),
      headteacher: may('RU', 'o'),
      administrator: may('RU', 'o'),
    },
  },
  { resource: 'the network’s week', at: ['week'], rights: { 'network leader': may('R', 'n') } },
]
