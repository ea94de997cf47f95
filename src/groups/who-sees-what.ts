import { does, may, type Resource } from '../who-sees-what.js'

export const whoSeesGroups: Resource[] = [
  {
    resource: 'group',
    at: [
      ...['groups', 'details', 'handover', 'leaving', 'closing', 'reopening', 'joining', 'join', 'join-link'],
      ...['facilitators', 'history', 'cycles', 'question', 'moves', 'finishing'],
    ],
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': may('CRU', 't'),
      'lead learner': may('RU', 'g'),
      volunteer: [...may('R', 'g'), ...does('join', 'g')],
      headteacher: may('R', 's'),
      facilitator: may('R', 'i'),
    },
  },
]
