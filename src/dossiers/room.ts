import { room, stays } from '../room.js'
import { dossiersRoutes } from './routes.js'

export const dossiers = room({
  name: 'dossiers',
  about: 'what a head is asked, with a reply slip and a link',
  routes: dossiersRoutes,

  tables: { dossier_links: stays('open doors of this installation') },
  whose: {},
  namesBelongAt: [],
  texts: [],

  groupTabs: [],
  networkTabs: [],
  onStage: [],
  onPiece: [],
  onNetwork: [],
  waiting: {},

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
