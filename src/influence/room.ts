import { nothingInTheYear, room, stays } from '../room.js'
import { influenceFacts } from './facts.js'
import { whatMovedInReport } from './moves/in-report.js'
import { influencesRoutes } from './routes.js'
import { letterToColleague, questionsToMe } from './who-knows-how/asking.js'
import { saidThemselves } from './who-knows-how/know-hows.js'
import { whoSeesInfluence } from './who-sees-what.js'

export const influence = room({
  name: 'influence',
  about: 'what moved between schools, who knows how, and the community’s figures',
  routes: influencesRoutes,

  tables: { know_hows: stays('the network’s own'), know_how_letters: stays('the network’s own') },
  whoSees: whoSeesInfluence,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'who-knows-how',
      part: 'forum',
      text: 'Who knows how',
      path: '/who-knows-how',
      for: 'inside',
      finds: 'expertise, directory, ask a colleague',
    },
    {
      tab: 'influence',
      part: 'recommendations',
      text: 'What moved',
      path: '/influence',
      for: 'inside',
      finds: 'influence, spread, adoption',
    },
    {
      tab: 'figures',
      part: 'recommendations',
      text: 'Figures',
      path: '/figures',
      for: 'inside',
      finds: 'numbers, statistics, data',
    },
  ],
  help: { influence: 'who knows how', 'who-knows-how': 'who knows how', figures: 'who knows how' },

  facts: influenceFacts,
  letters: [
    {
      letter: 'questions',
      name: 'A colleague asks me something',
      holds: 'When somebody found that you know how, and writes to you.',
      of: 'Themes and projects',
    },
  ],
  followers: [letterToColleague],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { asked: [questionsToMe] },
  inTheYear: { ...nothingInTheYear, reportParts: [whatMovedInReport], knowsHow: [saidThemselves] },

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
