import { does, may, read, type Resource } from '../who-sees-what.js'

const anybodyWorking = [...may('CR', 'n'), ...may('RU', 'o'), ...does('join')]

export const whoSeesProjects: Resource[] = [
  {
    resource: 'project: who is in it, steps, what came of it',
    at: ['projects'],
    rights: {
      'network leader': [...may('CRU', 'n'), ...does('invite'), ...does('join')],
      'co-leader': anybodyWorking,
      'lead learner': anybodyWorking,
      volunteer: anybodyWorking,
      headteacher: [...may('CR', 'n'), ...may('RU', 'o'), ...does('join', 's')],
      governor: may('R', 'i'),
      partner: may('R', 'i'),
    },
  },
  {
    resource: 'text drafted in a project, not agreed yet',
    at: ['projects'],
    rights: {
      'network leader': may('RU', null, 'in the project'),
      'co-leader': may('RU', null, 'in the project'),
      'lead learner': may('RU', null, 'in the project'),
      volunteer: may('RU', null, 'in the project'),
      headteacher: may('RU', null, 'in the project'),
      governor: may('CRU', 'i'),
      partner: may('CRU', 'i'),
    },
  },
  {
    resource: 'text that a project has agreed',
    at: ['projects'],
    rights: {
      'network leader': read,
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      governor: may('R', 'i'),
      partner: may('R', 'i'),
    },
  },
  {
    resource: 'a school’s own version of such a text',
    at: ['projects'],
    rights: {
      'network leader': [...may('R', null, 'shared'), ...may('RU', 's')],
      'co-leader': [...may('R', null, 'shared'), ...may('RU', 's')],
      'lead learner': [...may('R', null, 'shared'), ...may('CRU', 's')],
      volunteer: [...may('R', null, 'shared'), ...may('CRU', 's')],
      headteacher: [...may('R', null, 'shared'), ...may('CRU', 's')],
      governor: may('R', 'i', 'shared'),
      partner: may('R', 'i', 'shared'),
    },
  },
]
