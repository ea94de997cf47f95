import { does, may, read, type Resource } from '../who-sees-what.js'

export const whoSeesPeople: Resource[] = [
  {
    resource: 'what the workbench is, and this page',
    at: ['about', 'accessibility', 'privacy', 'who-sees-what'],
    rights: {
      'network leader': read,
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      governor: read,
      facilitator: read,
      administrator: read,
      public: read,
    },
  },
  {
    resource: 'your own account, and what waits in it',
    at: ['account', 'sign-in', 'sign-out', 'forgotten-password', 'password-resets', 'kept-forms', 'setup'],
    rights: {
      'network leader': may('RU', 'o'),
      'co-leader': may('RU', 'o'),
      'lead learner': may('RU', 'o'),
      volunteer: may('RU', 'o'),
      headteacher: may('RU', 'o'),
      governor: may('RU', 'o'),
      facilitator: may('RU', 'o'),
      administrator: may('RU', 'o'),
    },
  },
  {
    resource: 'people and roles',
    at: ['people', 'administration'],
    rights: {
      'network leader': may('CRU', 'n'),
      'co-leader': [...may('R', 'n'), ...does('invite', 't')],
      'lead learner': [...may('R', 'n'), ...does('invite', 'g')],
      volunteer: may('R', 'g'),
      headteacher: may('R', 's'),
      administrator: does('accounts'),
    },
  },
  {
    resource: 'invitation',
    at: ['invitations'],
    rights: {
      'network leader': may('CRD', 'n'),
      'co-leader': may('CRD', 't'),
      'lead learner': may('CRD', 'g'),
      volunteer: may('R', 'o', 'with its link'),
      headteacher: may('R', 'o', 'with its link'),
      governor: may('R', 'o', 'with its link'),
      facilitator: may('R', 'o', 'with its link'),
      administrator: may('R', 'o', 'with its link'),
      public: may('R', 'o', 'with its link'),
    },
  },
  {
    resource: 'role of a head or data lead that waits for a second person',
    at: ['confirmations'],
    rights: {
      'network leader': [...may('CR', 'n'), ...does('second', 'n')],
      'co-leader': does('second', 's'),
      'lead learner': does('second', 's'),
      volunteer: does('second', 's'),
      headteacher: [...may('CR', 's'), ...does('second', 's')],
      administrator: does('second', null, 'there is nobody else'),
    },
  },
]
