import { nothingInTheYear, room, stays } from '../room.js'
import { copyFacts } from './facts.js'
import { copiesRoutes } from './routes.js'
import { dependentCopies } from './dependants.js'
import { whoSeesCopies } from './who-sees-what.js'

export const copies = room({
  name: 'copies',
  about: 'the group’s work taken away: folder, workbook, REFI-QDA project, the whole group',
  routes: copiesRoutes,

  tables: {
    copies: stays('who took copies of it here'),
    copy_pieces: stays('who took copies of it here'),
  },
  whoSees: whoSeesCopies,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],

  facts: copyFacts,
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onNetwork: [],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],

  dependants: [dependentCopies],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
