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

export const whoSeesLetters: Resource[] = [
  {
    resource: 'letters to me',
    at: ['letters'],
    rights: Object.fromEntries(everybodyHere.map(role => [role, may('RU', 'o')])),
  },
]
