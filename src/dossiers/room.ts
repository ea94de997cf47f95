import { nothingInTheYear, room, stays } from '../room.js'
import { dossierFacts } from './facts.js'
import { dossiersRoutes } from './routes.js'
import { whoSeesDossiers } from './who-sees-what.js'

export const dossiers = room({
  name: 'dossiers',
  about: 'what a head is asked, with a reply slip and a link',
  routes: dossiersRoutes,

  tables: { dossier_links: stays('open doors of this installation') },
  whoSees: whoSeesDossiers,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: { dossiers: 'recommending' },

  facts: dossierFacts,
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
