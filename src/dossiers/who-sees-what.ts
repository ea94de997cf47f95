import { does, may, member, type Resource } from '../who-sees-what.js'

export const whoSeesDossiers: Resource[] = [
  {
    resource: 'dossier of a school, from all groups',
    at: ['dossiers'],
    rights: {
      'network leader': [...may('R', 'n'), ...does('link', 'n')],
      headteacher: [...may('R', 's'), ...does('link', 's')],
      public: may('R', null, 'with its link'),
    },
  },
  {
    resource: 'dossier of a school, from one group',
    at: ['dossiers'],
    rights: {
      'network leader': member,
      'co-leader': member,
      'lead learner': [...may('R', 'g'), ...does('link', 'g')],
      volunteer: may('R', 'g'),
      public: may('R', null, 'with its link'),
    },
  },
]
