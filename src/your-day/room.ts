import { nothingInTheYear, room } from '../room.js'
import { whoSeesTheWeek } from './who-sees-what.js'
import { yourDayRoutes } from './routes.js'
import { newInNetwork } from './on-network/new-here.js'
import { dueInNetwork } from './on-network/due.js'
import { movedThisTerm } from './on-network/moved.js'
import { groupsThatTakeVolunteers } from './on-network/open-groups.js'

export const yourDay = room({
  name: 'your-day',
  about: 'the first page: what waits for each person, and where their groups stand',
  routes: yourDayRoutes,

  tables: {},
  whoSees: whoSeesTheWeek,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],

  facts: {},
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onNetwork: [dueInNetwork, newInNetwork, movedThisTerm, groupsThatTakeVolunteers],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
