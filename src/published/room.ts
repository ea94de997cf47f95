import { citedWriteUps } from './moves.js'
import { nothingInTheYear, room } from '../room.js'
import { publishedRoutes } from './routes.js'
import { publishedSearch } from './searching.js'
import { editionsWithGaps } from './waiting/editions-with-gaps.js'
import { whoSeesPublished } from './who-sees-what.js'

export const published = room({
  name: 'published',
  about: 'the library that everybody may read: shelves, citations, editions compared, anonymous copies',
  routes: publishedRoutes,

  tables: {},
  whoSees: whoSeesPublished,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: { published: 'published' },

  facts: {},
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { 'for the network': [editionsWithGaps] },
  inTheYear: { ...nothingInTheYear, moves: [citedWriteUps] },

  searchables: [publishedSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
