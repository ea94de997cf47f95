import { nothingInTheYear, room, stays } from '../room.js'
import { lettersRoutes } from './routes.js'
import { whoSeesLetters } from './who-sees-what.js'

export const weeklyLetter = room({
  name: 'weekly-letter',
  about: 'one letter a week to each who wants it, instead of a mail for everything',
  routes: lettersRoutes,

  tables: { weekly_letters: stays('whom this installation writes to, and when') },
  whoSees: whoSeesLetters,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: { letters: 'letters' },

  facts: {},
  letters: [
    {
      letter: 'weekly',
      name: 'The weekly letter',
      holds:
        'Your next step, what is new in your groups and networks, and the dates of the coming days. Once a week at most.',
      of: 'The week',
    },
  ],
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
