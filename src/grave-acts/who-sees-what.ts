import { does, may, type Resource } from '../who-sees-what.js'

export const whoSeesGraveActs: Resource[] = [
  {
    resource: 'a grave act upon somebody’s account, until it is done',
    at: ['grave-acts'],
    rights: {
      'network leader': [...may('R', 'o'), ...does('second', 'n')],
      'co-leader': may('R', 'o'),
      'lead learner': may('R', 'o'),
      volunteer: may('R', 'o'),
      headteacher: may('R', 'o'),
      governor: may('R', 'o'),
      facilitator: may('R', 'o'),
      partner: may('R', 'o'),
      administrator: [...may('CR'), ...does('second')],
    },
  },
]
