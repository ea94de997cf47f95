import { read, type Resource } from '../who-sees-what.js'

export const whoReadsHelp: Resource[] = [
  {
    resource: 'help',
    at: ['help'],
    rights: {
      'network leader': read,
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      governor: read,
      facilitator: read,
      partner: read,
      administrator: read,
      public: read,
    },
  },
]
