import { nothingInTheYear, room, stays } from '../room.js'
import { whoSeesTheWeek } from './who-sees-what.js'
import { firstStepFacts } from './first-steps/facts.js'
import { firstStepsOfGroup, firstStepsOfNetwork } from './first-steps/on-pages.js'
import { yourDayRoutes } from './routes.js'
import { newInNetwork } from './on-network/new-here.js'
import { dueInNetwork } from './on-network/due.js'
import { movedThisTerm } from './on-network/moved.js'
import { tourOfGroup } from './tour/on-group.js'
import { groupsThatTakeVolunteers } from './on-network/open-groups.js'

export const yourDay = room({
  name: 'your-day',
  about: 'the first page: what waits for each person, and where their groups stand',
  routes: yourDayRoutes,

  tables: {
    skipped_first_steps: stays('what somebody does not want to be shown here'),
    tours_taken: stays('what somebody was shown here'),
  },
  whoSees: whoSeesTheWeek,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [
    { tab: 'week', part: 'glance', text: 'The week', path: '/week', for: 'leaders', finds: 'waiting, due' },
  ],
  help: { '/': 'your day', week: 'network' },

  facts: firstStepFacts,
  letters: [],
  followers: [],

  onStage: [tourOfGroup, firstStepsOfGroup],
  onPiece: [],
  onMany: [],
  onNetwork: [firstStepsOfNetwork, dueInNetwork, newInNetwork, movedThisTerm, groupsThatTakeVolunteers],
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
