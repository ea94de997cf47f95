import { nothingInTheYear, room, stays } from '../room.js'
import { keepingLetters, tellOfWhatGoes } from './coming/letters.js'
import { periodsToSay, whatWillGo } from './coming/waiting.js'
import { endingKinds } from './endings/kinds.js'
import { keepingFacts } from './facts.js'
import { clearErasedWords } from './followers.js'
import { keepJournalOfKeeping } from './journal.js'
import { keepingRoutes } from './routes.js'
import { whoSeesKeeping } from './who-sees-what.js'

const here = stays('what this installation keeps, and for how long')

export const keeping = room({
  name: 'keeping',
  about: 'how long things are kept, what comes due, and what ends as a whole',
  routes: keepingRoutes,

  tables: {
    keeping_periods: here,
    keeping_rounds: here,
    keeping_things: here,
    keeping_told: here,
    keeping_holds: here,
    accounts_used: here,
  },
  whoSees: whoSeesKeeping,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [
    {
      tab: 'deletion',
      part: 'settings',
      text: 'Erase the group',
      path: '/deletion',
      for: 'those who reopen it',
      finds: 'delete the group, erase, remove',
      within: 'people',
    },
  ],
  networkTabs: [
    {
      tab: 'keeping',
      part: 'settings',
      text: 'How long we keep things',
      path: '/keeping',
      for: 'everybody',
      finds: 'retention, erase, delete, data protection, GDPR, how long',
    },
  ],
  help: { keeping: 'settings of a network', deletion: 'settings of a network' },

  facts: keepingFacts,
  letters: keepingLetters,
  followers: [tellOfWhatGoes, keepJournalOfKeeping, clearErasedWords],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { asked: [whatWillGo, periodsToSay] },
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
  graveActs: endingKinds,
})
