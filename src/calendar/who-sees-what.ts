import { may, read, type Resource, roles } from '../who-sees-what.js'

const own = roles.filter(role => role !== 'public')

export const whoSeesCalendar: Resource[] = [
  {
    resource: 'own calendar, and who reads it elsewhere',
    at: ['calendar'],
    rights: Object.fromEntries(own.map(role => [role, may('CRUD', 'o')])),
  },
  {
    resource: 'calendar of the network',
    at: ['calendar'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
    },
  },
  {
    resource: 'calendar of a group',
    at: ['calendar'],
    rights: {
      'network leader': may('R', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('R', 'g'),
      volunteer: may('R', 'g'),
      headteacher: may('R', 's'),
      facilitator: may('R', 'i'),
    },
  },
  {
    resource: 'calendar at its secret address',
    at: ['calendars'],
    rights: { public: may('R', null, 'with its link') },
  },
  {
    resource: 'day in common, and which schools keep it',
    at: ['common-days'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: [...read, ...may('CRU', 's')],
    },
  },
]
