import { does, may, type Resource } from '../who-sees-what.js'

export const whoSeesInstruments: Resource[] = [
  {
    resource: 'instrument',
    at: ['instruments'],
    rights: {
      'co-leader': may('R', 't'),
      'lead learner': may('CRUD', 'g'),
      volunteer: may('CRUD', 'g'),
      facilitator: may('R', 'i'),
    },
  },
  {
    resource: 'sheet being filled in',
    at: ['fillings'],
    rights: {
      'lead learner': may('CRUD', 'o'),
      volunteer: may('CRUD', 'o'),
    },
  },
  {
    resource: 'questionnaire, closed',
    at: ['questionnaires'],
    rights: {
      'co-leader': may('R', 't'),
      'lead learner': may('CR', 'g'),
      volunteer: may('CR', 'g'),
      facilitator: may('R', 'i'),
    },
  },
  {
    resource: 'questionnaire to answer',
    at: ['answer'],
    rights: {
      'network leader': may('C', 'o', 'with its link'),
      'co-leader': may('C', 'o', 'with its link'),
      'lead learner': may('C', 'o', 'with its link'),
      volunteer: may('C', 'o', 'with its link'),
      headteacher: may('C', 'o', 'with its link'),
      governor: may('C', 'o', 'with its link'),
      facilitator: may('C', 'o', 'with its link'),
      administrator: may('C', 'o', 'with its link'),
      public: may('C', 'o', 'with its link'),
    },
  },
  {
    resource: 'measure over time',
    at: ['measures', 'measure-imports'],
    rights: {
      'network leader': may('R', 'n', 'shared'),
      'co-leader': may('R', 't'),
      'lead learner': [...may('CRUD', 'g'), ...does('share', 's')],
      volunteer: [...may('CRUD', 'g'), ...does('share', 's')],
      headteacher: may('R', 's', 'shared'),
      facilitator: may('R', 'i', 'shared'),
    },
  },
  {
    resource: 'what a group compares with, and its numbers',
    at: ['comparisons'],
    rights: {
      'network leader': may('R', 'n', 'shared'),
      'co-leader': may('R', 't'),
      'lead learner': [...may('CRD', 'g'), ...does('share', 'g')],
      volunteer: may('CRD', 'g'),
      headteacher: may('R', 's', 'shared'),
      facilitator: may('R', 'i', 'shared'),
    },
  },
]
