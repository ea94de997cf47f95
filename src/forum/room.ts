import { room, stays } from '../room.js'
import { dependentPosts } from './dependants.js'
import { forumFacts } from './facts.js'
import { forumFollowers } from './followers.js'
import { postList, takeUpList } from './listing/columns.js'
import { forumOnNetwork } from './on-network.js'
import { forumRoutes } from './routes.js'
import { forumSearch } from './searching.js'
import { requestsStillOpen } from './waiting/requests-still-open.js'
import { whatCameOfIt } from './waiting/what-came-of-it.js'
import { whoSeesForum } from './who-sees-what.js'
import { forumDates } from './year/dates.js'
import { forumKnowsHow } from './year/knows-how.js'
import { forumMoves } from './year/moves.js'
import { forumNews } from './year/news.js'
import { forumReportPart } from './year/report-part.js'

const theNetworks = stays('the network’s own')

export const forum = room({
  name: 'forum',
  about: 'what schools offer each other and ask for, who took it up and what came of it',
  routes: forumRoutes,

  tables: {
    forum_posts: theNetworks,
    forum_files: theNetworks,
    forum_answers: theNetworks,
    forum_take_ups: theNetworks,
    forum_joins: theNetworks,
    forum_thanks: theNetworks,
    forum_supports: theNetworks,
    forum_follows: theNetworks,
    forum_topics: theNetworks,
    forum_readers: theNetworks,
  },
  whoSees: whoSeesForum,
  whose: {},
  namesBelong: { '/networks/:network/forum': ['place'], '/networks/:network/forum/:post': ['place'] },
  texts: [],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'forum',
      part: 'forum',
      text: 'Forum',
      path: '/forum',
      for: 'inside',
      finds: 'posts, offer, ask for help, invitation',
      first: true,
    },
  ],
  help: { forum: 'forum' },

  facts: forumFacts,
  letters: [
    {
      letter: 'answers',
      name: 'Somebody answers what I asked in the forum',
      holds: 'One letter when the first answer is there. Further answers stand in the weekly letter.',
      of: 'The forum',
    },
    {
      letter: 'dates',
      name: 'A date of the forum changes that I said I would come to',
      holds: 'When it is moved or called off, or when a place has come free for you.',
      of: 'The forum',
    },
  ],
  followers: forumFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [forumOnNetwork],
  waiting: { asked: [requestsStillOpen], 'when there is time': [whatCameOfIt] },
  inTheYear: {
    dates: [forumDates],
    reportParts: [forumReportPart],
    moves: [forumMoves],
    hours: [],
    knowsHow: [forumKnowsHow],
    news: [forumNews],
    lists: [postList, takeUpList],
    beside: [],
  },

  searchables: [forumSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [dependentPosts],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
