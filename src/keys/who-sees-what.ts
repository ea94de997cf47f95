import { does, may, type Resource } from '../who-sees-what.js'

export const whoSeesKeys: Resource[] = [
  {
    resource: 'that a pupils’ key exists, and who looks after it',
    at: ['keys'],
    rights: {
      'lead learner': [...may('R', 'g'), ...may('C', 's')],
      volunteer: [...may('R', 'g'), ...may('C', 's')],
    },
  },
  // Own: of whoever looks after it as long as they are in the group and work at its school, and of the data lead of its school.
  {
    resource: 'pupils’ key, what is in it',
    at: ['keys', 'names'],
    rights: {
      'lead learner': may('CRUD', 'o'),
      volunteer: may('CRUD', 'o'),
    },
  },
  {
    resource: 'openings of a pupils’ key',
    at: ['keys'],
    rights: {
      'lead learner': may('R', 'o'),
      volunteer: may('R', 'o'),
    },
  },
  {
    resource: 'pupils’ key that its data lead asks to take over',
    at: ['grave-acts'],
    rights: {
      'lead learner': does('second', 's'),
      volunteer: does('second', 's'),
      headteacher: does('second', 's'),
    },
  },
]
