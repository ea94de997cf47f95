import { may, type Resource, type Role } from '../who-sees-what.js'

const everybodyHere: Role[] = [
  'network leader',
  'co-leader',
  'lead learner',
  'volunteer',
  'headteacher',
  'governor',
  'facilitator',
  'partner',
  'administrator',
]

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
  {
    resource: 'what is new since you were here',
    at: ['seen'],
    rights: Object.fromEntries(everybodyHere.map(role => [role, may('RU', 'o')])),
  },
  {
    resource: 'notes of your first visit',
    at: ['tours'],
    rights: Object.fromEntries(everybodyHere.map(role => [role, may('RU', 'o')])),
  },
]
