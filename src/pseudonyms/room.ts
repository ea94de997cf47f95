import { belongsTo, nothingInTheYear, room } from '../room.js'
import { pseudonymFacts } from './facts.js'
import { pseudonymRoutes } from './routes.js'
import { whoSeesPseudonyms } from './who-sees-what.js'

export const pseudonyms = room({
  name: 'pseudonyms',
  about: 'how a group’s schools, people and places are called outside it',
  routes: pseudonymRoutes,

  tables: {
    pseudonyms: belongsTo('group_id', 'groups'),
    pseudonyms_for_facilitators: belongsTo('group_id', 'groups'),
  },
  whoSees: whoSeesPseudonyms,
  whose: {},
  namesBelong: {
    '/groups/:group/pseudonyms/…': 'every box',
  },
  texts: [],

  groupTabs: [
    {
      tab: 'pseudonyms',
      part: 'settings',
      text: 'Names outside',
      path: '/pseudonyms',
      for: 'members',
      finds: 'pseudonyms, anonymous, what we are called',
    },
  ],
  networkTabs: [],
  help: { pseudonyms: 'pseudonyms' },

  facts: pseudonymFacts,
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
