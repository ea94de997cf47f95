import { groupChosen } from '../enquiries/whose.js'
import { nothingInTheYear, room, stays } from '../room.js'
import { capturesFollowers } from './followers.js'
import { capturesRoutes } from './routes.js'
import { whoSeesCaptures } from './who-sees-what.js'

export const captures = room({
  name: 'captures',
  about: 'logging on a phone, with and without signal; what is on its way',
  routes: capturesRoutes,

  tables: {
    captures: stays('on their way from a device'),
    capture_files: stays('on their way from a device'),
    half_uploads: stays('on their way from a device'),
    letter_boxes: stays('what a person’s devices lock with'),
  },
  whoSees: whoSeesCaptures,
  whose: { captures: groupChosen, log: groupChosen },
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: { log: 'logging', captures: 'logging' },

  facts: {},
  letters: [],
  followers: capturesFollowers,

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
