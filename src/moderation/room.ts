import { room, stays } from '../room.js'
import { dependentRounds, forgetJudgements } from './dependants.js'
import { moderationFacts } from './facts.js'
import { moderationFollowers, moderationLetters } from './followers.js'
import { moderationOnPiece } from './on-piece.js'
import { moderationRoutes } from './routes.js'
import { exampleSearch } from './searching.js'
import { moderationReasons } from './texts.js'
import { piecesToJudge } from './waiting/pieces-to-judge.js'
import { roundsToLead, wishesToJudge } from './waiting/rounds-to-lead.js'
import { whoSeesModeration } from './who-sees-what.js'
import { moderationDates } from './year/dates.js'
import { moderationLists } from './year/lists.js'
import { moderationInReport, moderationNews } from './year/telling.js'

const own = stays('the network’s own')

export const moderation = room({
  name: 'moderation',
  about: 'pupils’ work that colleagues of several schools judge, first alone, then together',
  routes: moderationRoutes,

  tables: {
    moderation_rounds: own,
    moderation_criteria: own,
    moderation_levels: own,
    moderation_judges: own,
    moderation_wishes: own,
    moderation_pieces: own,
    moderation_files: own,
    moderation_judgements: own,
    moderation_marks: own,
    moderation_agreements: own,
  },
  whoSees: whoSeesModeration,
  whose: {},
  namesBelong: {},
  texts: [moderationReasons],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'moderation',
      part: 'reviews',
      text: 'Moderation',
      path: '/moderation',
      for: 'inside',
      finds: 'judge, standards, examples, criteria',
    },
  ],
  help: { moderation: 'moderation' },

  facts: moderationFacts,
  letters: moderationLetters,
  followers: moderationFollowers,

  onStage: [],
  onPiece: [moderationOnPiece],
  onMany: [],
  onNetwork: [],
  waiting: { asked: [piecesToJudge, wishesToJudge, roundsToLead] },
  inTheYear: {
    dates: [moderationDates],
    reportParts: [moderationInReport],
    moves: [],
    hours: [],
    knowsHow: [],
    news: [moderationNews],
    lists: moderationLists,
    beside: [],
  },

  searchables: [exampleSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [dependentRounds],
  erases: [forgetJudgements],
  carriesForward: [],
  beforeLeaving: [],
})
