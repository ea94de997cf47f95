import { nothingInTheYear, room } from '../room.js'
import { runningRoutes } from './routes.js'

export const running = room({
  name: 'running',
  about: 'how the workbench runs: what is done beside the pages, numbers for whatever watches over it',
  routes: runningRoutes,

  tables: {},
  whoSees: [],
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: {},

  facts: {},
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
