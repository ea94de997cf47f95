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

  groupTabs: [
    {
      tab: 'copies',
      part: 'sharing',
      text: 'Take a copy',
      path: '/copies',
      for: 'members',
      finds: 'export, backup, download, take away, archive, zip, folder',
    },
  ],
  networkTabs: [
    {
      tab: 'copy',
      part: 'settings',
      text: 'Take the lists away',
      path: '/copy',
      for: 'leaders',
      finds: 'take a copy, export, download, csv, spreadsheet',
    },
  ],
  help: { copies: 'copies', copy: 'settings of a network' },

  facts: copyFacts,
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

  dependants: [dependentCopies],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
