import { does, may, type Resource } from '../who-sees-what.js'

const ownAndNetwork = [...may('CRU', 'o'), ...may('R', 'n')]
/** Where nobody is left who hosts it, those who are booked in call it off. */
const forLostHosts = does('take down', 'i', 'there is nobody else')

export const whoSeesVisits: Resource[] = [
  {
    resource: 'visit, programme',
    at: ['visits'],
    rights: {
      'network leader': [...ownAndNetwork, ...does('take down', 'n', 'there is nobody else')],
      'co-leader': [...ownAndNetwork, ...forLostHosts],
      'lead learner': [...ownAndNetwork, ...forLostHosts],
      volunteer: [...ownAndNetwork, ...forLostHosts],
      headteacher: [...may('CRU', 's'), ...may('R', 'n'), ...forLostHosts],
      governor: may('R', 'i'),
      facilitator: may('R', 'i'),
      partner: may('R', 'i'),
    },
  },
  {
    resource: 'release for a visit',
    at: ['visits'],
    rights: { headteacher: may('A', 's'), 'network leader': may('A', 'n', 'there is no head') },
  },
  {
    resource: 'note on a visit',
    at: ['visits'],
    rights: {
      'network leader': may('R', 'n', 'shared'),
      'co-leader': may('R', 'n', 'shared'),
      'lead learner': may('R', 'n', 'shared'),
      volunteer: may('R', 'n', 'shared'),
      headteacher: may('R', 'n', 'shared'),
      governor: may('R', 'i', 'shared'),
      facilitator: may('R', 'i', 'shared'),
      partner: may('R', 'i', 'shared'),
    },
  },
  {
    resource: 'visit between two colleagues, to those two and whom they name',
    at: ['visits'],
    rights: {
      'network leader': may('CRU', 'o'),
      'co-leader': may('CRU', 'o'),
      'lead learner': may('CRU', 'o'),
      volunteer: may('CRU', 'o'),
      headteacher: may('CRU', 'o'),
    },
  },
]
