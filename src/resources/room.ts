import { room, stays } from '../room.js'
import { resourceFacts } from './facts.js'
import { resourceFollowers, resourceLetters } from './followers.js'
import { resourcesRoutes } from './routes.js'
import { bidSearch, eveningSearch } from './searching.js'
import { swotsToWrite } from './swots/coming.js'
import { swotTexts } from './swots/swots.js'
import {
  bidsToSend,
  claimsLeftToPay,
  claimsSentBack,
  claimsToSayYesTo,
  eveningsToComeTo,
  wishesToAnswer,
} from './waiting.js'
import { whoSeesResources } from './who-sees-what.js'
import { resourcesInTheYear } from './year/year.js'

const itsOwn = stays('the network’s own')
const confidential = stays('for those concerned alone')

export const resources = room({
  name: 'resources',
  about: 'what a network shares that is scarce: money, release time, an outside colleague’s days',
  routes: resourcesRoutes,

  tables: {
    funds: itsOwn,
    fund_contributions: confidential,
    budgets: itsOwn,
    claim_rates: itsOwn,
    expense_claims: confidential,
    expense_claim_files: confidential,
    bids: itsOwn,
    outside_colleagues: itsOwn,
    colleague_days: confidential,
    colleague_wishes: confidential,
    colleague_gifts: confidential,
    swots: itsOwn,
    data_evenings: itsOwn,
    evening_schools: itsOwn,
    evening_papers: itsOwn,
    evening_answers: itsOwn,
    heads_to_ring: confidential,
  },
  whoSees: whoSeesResources,
  whose: {},
  namesBelong: {
    '/networks/:network/resources/funds': ['name'],
    '/networks/:network/resources/funds/:fund': ['name'],
    '/networks/:network/resources/bids': ['toWhom'],
    '/networks/:network/resources/bids/:bid': ['toWhom'],
    '/networks/:network/resources/colleagues': ['name'],
    '/networks/:network/resources/colleagues/:colleague': ['name'],
    '/networks/:network/resources/evenings': ['place'],
    '/networks/:network/resources/evenings/:evening': ['place'],
  },
  texts: [swotTexts],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'resources',
      part: 'money',
      text: 'Money and time',
      path: '/resources',
      for: 'inside',
      finds: 'funds, budget, claims, release, hours, bids',
    },
  ],
  help: { resources: 'money' },

  facts: resourceFacts,
  letters: resourceLetters,
  followers: resourceFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    asked: [claimsToSayYesTo, claimsSentBack, swotsToWrite],
    'for the network': [wishesToAnswer, bidsToSend, claimsLeftToPay],
    'when there is time': [eveningsToComeTo],
  },
  inTheYear: resourcesInTheYear,

  searchables: [bidSearch, eveningSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
