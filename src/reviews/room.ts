import { nothingInTheYear, room, stays } from '../room.js'
import { reviewFacts } from './facts.js'
import { reviewFollowers, reviewLetters } from './followers.js'
import { reviewsRoutes } from './routes.js'
import { whoSeesReviews } from './who-sees-what.js'
import { reviewsBesideMeeting } from './year/beside-meeting.js'
import { reviewDates } from './year/dates.js'
import { reviewLists } from './year/lists.js'
import { reviewNews } from './year/news.js'
import { reviewsInReport } from './year/report.js'
import { reviewInstrumentSearch, reviewPointSearch } from './year/searching.js'
import { pointsToDo, reviewsToAnswer, reviewsToLead } from './year/waiting.js'

const networks = stays('the network’s own')

export const reviews = room({
  name: 'reviews',
  about: 'a network looks at itself: how answers spread, never who gave them, and what is chosen to work on',
  routes: reviewsRoutes,

  tables: {
    review_instruments: networks,
    review_rounds: networks,
    review_asked: networks,
    review_links: stays('open doors of this installation'),
    review_answers: stays('what people said in confidence, for which there is no way out of here'),
    review_private_places: stays('for whoever placed it alone'),
    review_chosen: networks,
    review_told: networks,
  },
  whoSees: whoSeesReviews,
  whose: {},
  namesBelong: { '/networks/:network/reviews/:round/company/outsiders': ['email', 'name'] },
  texts: [],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'reviews',
      part: 'reviews',
      text: 'Reviews',
      path: '/reviews',
      for: 'inside',
      finds: 'self-review, partnership, leadership, conditions, health, trust',
      first: true,
    },
  ],
  help: { reviews: 'reviews' },

  facts: reviewFacts,
  letters: reviewLetters,
  followers: reviewFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: { asked: [reviewsToAnswer, pointsToDo], 'for the network': [reviewsToLead] },
  inTheYear: {
    ...nothingInTheYear,
    dates: reviewDates,
    reportParts: [reviewsInReport],
    news: [reviewNews],
    lists: reviewLists,
    beside: [reviewsBesideMeeting],
  },

  searchables: [reviewInstrumentSearch, reviewPointSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
