import { does, may, read, type Resource } from '../who-sees-what.js'

export const whoSeesKeeping: Resource[] = [
  {
    resource: 'how long the network keeps things',
    at: ['keeping'],
    rights: {
      'network leader': may('RU', 'n'),
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      governor: read,
      partner: read,
      administrator: read,
    },
  },
  {
    resource: 'what will be erased, and what is held back',
    at: ['keeping'],
    rights: {
      'network leader': may('CRUD', 'n'),
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'o'),
      headteacher: may('CRUD', 's'),
    },
  },
  {
    resource: 'erasing a whole group',
    at: ['deletion'],
    rights: {
      'network leader': [...may('CRD', 'n'), ...does('second', 'n')],
      'lead learner': [...may('CRD', 'g'), ...does('second', 'g')],
      volunteer: may('R', 'g', 'where they are asked'),
    },
  },
  {
    resource: 'erasing a whole network',
    at: ['deletion'],
    rights: {
      'network leader': [...may('CRD', 'n'), ...does('second', 'n')],
      administrator: [...may('CRD'), ...does('second')],
      'co-leader': may('R', 'n', 'where they are asked'),
      'lead learner': may('R', 'n', 'where they are asked'),
      volunteer: may('R', 'n', 'where they are asked'),
      headteacher: may('R', 'n', 'where they are asked'),
    },
  },
  {
    resource: 'a school taking its data out and away',
    at: ['schools'],
    rights: {
      'network leader': [...may('CRD', 'n'), ...does('second', 'n')],
      headteacher: [...may('CRD', 's'), ...does('second', 's')],
      'lead learner': may('R', 's', 'where they are asked'),
      volunteer: may('R', 's', 'where they are asked'),
    },
  },
]
