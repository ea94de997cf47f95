import { may, read, type Resource } from '../who-sees-what.js'

export const whoSeesThemes: Resource[] = [
  {
    resource: 'theme: focus, objectives, activities, champions',
    at: ['themes'],
    rights: {
      'network leader': may('CRU', 'n'),
      'co-leader': [...read, ...may('CRU', 't')],
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      facilitator: may('R', 'i'),
    },
  },
  {
    resource: 'a theme’s note to the circle, and its summary of what groups claim, before they are sent',
    at: ['themes'],
    rights: {
      'network leader': may('RU', 'n'),
      'co-leader': may('RU', 't'),
    },
  },
  {
    resource: 'a co-leader’s own notes on their school',
    at: ['themes'],
    rights: { 'co-leader': may('RU', 'o') },
  },
]
