import { nothingInTheYear, room, stays } from '../room.js'
import { datesOfConferences } from './dates.js'
import { conferenceFacts } from './facts.js'
import { conferencesRoutes } from './routes.js'
import { commitmentsToLookAt } from './raised/commitments-to-look-at.js'
import { raisedInReport } from './raised/in-report.js'
import { abstractsToWrite, bookletsOpenToMe } from './writing/abstracts-to-write.js'
import { whoSeesConferences } from './who-sees-what.js'

export const conferences = room({
  name: 'conferences',
  about: 'the network’s conference: its programme, and the booklet made of it',
  routes: conferencesRoutes,

  tables: {
    conferences: stays('the network’s own'),
    conference_sessions: stays('the network’s own'),
    conference_abstracts: stays('the network’s own'),
    conference_notes: stays('the network’s own'),
  },
  whoSees: whoSeesConferences,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'conferences',
      part: 'conference',
      text: 'Conferences',
      path: '/conferences',
      for: 'inside',
      finds: 'programme, booklet, sessions, annual',
    },
  ],
  help: { conferences: 'conferences', 'conference-abstracts': 'conferences' },

  facts: conferenceFacts,
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { 'when there is time': [commitmentsToLookAt, abstractsToWrite, bookletsOpenToMe] },
  inTheYear: { ...nothingInTheYear, dates: [datesOfConferences], reportParts: [raisedInReport] },

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
