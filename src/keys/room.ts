import { nothingInTheYear, room, stays } from '../room.js'
import { keyFacts } from './facts.js'
import { keyFollowers } from './followers.js'
import { keyTakenOver } from './handing-over/taking-over.js'
import { keysRoutes } from './routes.js'
import { keysLeftBehind } from './leaving-notes.js'
import { keysThatNobodyOpens } from './waiting/keys-that-nobody-opens.js'
import { whoSeesKeys } from './who-sees-what.js'

export const keys = room({
  name: 'keys',
  about: 'the sealed keys between pupils and their codes',
  routes: keysRoutes,

  tables: {
    pupil_keys: stays('a key never leaves its installation'),
    key_openings: stays('a key never leaves its installation'),
  },
  whoSees: whoSeesKeys,
  whose: {},
  namesBelong: {
    '/groups/:group/keys/…': 'every box',
    '/keys/…': 'every box',
    '/names/…': 'every box',
  },
  texts: [],

  groupTabs: [
    {
      tab: 'keys',
      part: 'settings',
      text: 'Keys to codes',
      path: '/keys',
      for: 'members',
      finds: 'pupils, codes, names of children, P1',
    },
  ],
  networkTabs: [],
  help: { keys: 'keys', names: 'names' },

  facts: keyFacts,
  letters: [],
  followers: keyFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { 'at once': [keysThatNobodyOpens] },
  inTheYear: nothingInTheYear,

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [keysLeftBehind],
  graveActs: [keyTakenOver],
})
