import { belongsTo, nothingInTheYear, room } from '../room.js'
import { groupFacts } from './facts.js'
import { groupsRoutes } from './routes.js'
import { whoSeesGroups } from './who-sees-what.js'

export const groups = room({
  name: 'groups',
  about: 'proposing, volunteering, handing over, closing; the group’s history',
  routes: groupsRoutes,

  tables: {
    groups: 'around',
    group_people: belongsTo('group_id', 'groups'),
    handovers: belongsTo('group_id', 'groups'),
    history: belongsTo('group_id', 'groups'),
    facts: belongsTo('group_id', 'groups'),
  },
  whoSees: whoSeesGroups,
  whose: { groups: (_db, { id }) => Promise.resolve({ group: id }) },
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: { joining: 'groups of a network', join: 'groups of a network' },

  facts: groupFacts,
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
