import { may, read, type Resource } from '../who-sees-what.js'

export const whoSeesNetworks: Resource[] = [
  {
    resource: 'network settings, terms, schools',
    at: ['networks', 'edit', 'first-leader', 'schools', 'establishments', 'terms'],
    rights: {
      'network leader': may('RU', 'n'),
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
      administrator: read,
    },
  },
  {
    resource: 'whether a network asks everybody for a second step',
    at: ['second-step'],
    rights: { 'network leader': may('RU', 'n') },
  },
  {
    resource: 'partners that are not schools',
    at: ['partners'],
    rights: {
      'network leader': may('CRU', 'n'),
      'co-leader': read,
      'lead learner': read,
      volunteer: read,
      headteacher: read,
    },
  },
  {
    resource: 'data lead of a school',
    at: ['schools'],
    rights: {
      'network leader': [...may('R', 'n'), ...may('C', 'n', 'there is no head')],
      'lead learner': may('R', 's'),
      volunteer: may('R', 's'),
      headteacher: may('CRD', 's'),
    },
  },
]
