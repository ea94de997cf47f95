import { may, read, type Resource } from '../who-sees-what.js'

export const whoSeesConferences: Resource[] = [
  {
    resource: 'conference booklet',
    at: ['conferences', 'conference-abstracts'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': read,
      'lead learner': [...read, ...may('RU', 'g')],
      volunteer: [...read, ...may('RU', 'g')],
      headteacher: read,
      governor: may('R', 'n', 'opened'),
      facilitator: may('R', 'i', 'opened'),
    },
  },
  {
    resource: 'question or commitment of a conference',
    at: ['conferences'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': [...may('CR', 'n'), ...may('RU', 'o')],
      'lead learner': [...may('CR', 'n'), ...may('RU', 'o')],
      volunteer: [...may('CR', 'n'), ...may('RU', 'o')],
      headteacher: [...may('CR', 'n'), ...may('RU', 'o')],
    },
  },
]
