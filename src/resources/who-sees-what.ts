import { may, type Resource } from '../who-sees-what.js'

const at = ['resources']

export const whoSeesResources: Resource[] = [
  {
    resource: 'fund',
    at,
    rights: { 'network leader': may('CRUD', 'n') },
  },
  {
    resource: 'contribution of a school',
    at,
    rights: { 'network leader': may('CRUD', 'n'), headteacher: may('R', 's') },
  },
  {
    resource: 'budget',
    at,
    rights: {
      'network leader': may('CRUD', 'n'),
      'co-leader': may('R', 't'),
      'lead learner': may('R', 'g'),
    },
  },
  {
    resource: 'bid for money',
    at,
    rights: { 'network leader': may('CRUD', 'n') },
  },
  {
    resource: 'claim for release, twilight, travel or materials',
    at,
    rights: {
      'network leader': may('RA', 'n'),
      'co-leader': [...may('CR', 'o'), ...may('A', 't')],
      'lead learner': [...may('CR', 'o'), ...may('A', 'g')],
      volunteer: may('CR', 'o'),
      headteacher: [...may('CR', 'o'), ...may('RA', 's')],
    },
  },
  {
    resource: 'days of an outside colleague, held in common',
    at,
    rights: {
      'network leader': may('CRU', 'n'),
      'co-leader': may('R', 'n'),
      'lead learner': may('R', 'n'),
      headteacher: may('R', 'n'),
      facilitator: may('R', 'o'),
    },
  },
  {
    resource: 'days of an outside colleague, used by a school',
    at,
    rights: { 'network leader': may('CRUD', 'n'), headteacher: may('R', 's'), facilitator: may('CR', 'o') },
  },
  {
    resource: 'wish for more days of an outside colleague',
    at,
    rights: { 'network leader': may('RA', 'n'), headteacher: may('CR', 's') },
  },
  {
    resource: 'SWOT of a network',
    at,
    rights: { 'network leader': may('CRU', 'n'), headteacher: may('CRU', 'n'), facilitator: may('RU', 'o') },
  },
  {
    resource: 'data evening of governors, with its papers',
    at,
    rights: {
      'network leader': may('CRU', 'n'),
      'co-leader': may('R', 'n'),
      'lead learner': may('R', 'n'),
      volunteer: may('R', 'n'),
      headteacher: may('R', 'n'),
      governor: may('R', 'i'),
    },
  },
  {
    resource: 'whether a governor comes to a data evening',
    at,
    rights: { 'network leader': may('R', 'n'), governor: may('CRU', 'o') },
  },
  {
    resource: 'heads to ring',
    at,
    rights: { headteacher: may('CRUD', 'o').concat(may('R', 'n')) },
  },
]
