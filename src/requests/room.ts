import { nothingInTheYear, room, stays } from '../room.js'
import { requestFacts } from './facts.js'
import { requestFollowers, requestLetters } from './followers.js'
import { requestsRoutes } from './routes.js'
import './tables.js'
import { requestsToDealWith } from './waiting/requests-to-deal-with.js'
import { whoSeesRequests } from './who-sees-what.js'

export const requests = room({
  name: 'requests',
  about: 'what people ask about their data: access, erasure, complaints, breaches, who read something',
  routes: requestsRoutes,

  tables: {
    data_requests: stays('what was asked here about data, which never leaves its installation'),
    data_request_findings: stays('where something was found here'),
  },
  whoSees: whoSeesRequests,
  whose: {},
  namesBelong: {
    '/networks/:network/requests': 'every box',
    '/networks/:network/requests/…': 'every box',
    '/complaints/…': 'every box',
  },
  texts: [],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'requests',
      part: 'settings',
      text: 'Requests about data',
      path: '/requests',
      for: 'those who answer for data',
      finds: 'subject access, erasure, right to be forgotten, complaint, breach, data protection, GDPR, 72 hours',
    },
  ],
  help: { requests: 'requests about data', complaints: 'requests about data' },

  facts: requestFacts,
  letters: requestLetters,
  followers: requestFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { 'at once': [requestsToDealWith] },
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
