import { nothingInTheYear, room, stays } from '../room.js'
import { datesOfTerms } from './dates.js'
import { networkFacts } from './facts.js'
import { listsOfNetworks } from './lists.js'
import { partnerList } from './partners/partner-list.js'
import { networksRoutes } from './routes.js'
import { networksToSetUp } from './waiting/networks-to-set-up.js'
import { networksWithoutLeader } from './waiting/networks-without-leader.js'
import { termsToAdd } from './waiting/terms-to-add.js'

/** What says which school it is. */
const schoolBoxes = ['name', 'town', 'find', 'localAuthority', 'postcode', 'safeguardingContact']
import { whoSeesNetworks } from './who-sees-what.js'

export const networks = room({
  name: 'networks',
  about: 'networks, schools and the government’s list of them, partners, terms',
  routes: networksRoutes,

  tables: {
    networks: 'around',
    schools: 'around',
    terms: 'around',
    themes: 'around',
    partners: stays('the network’s own'),
    establishments: stays('the government’s list of schools'),
    establishment_imports: stays('the government’s list of schools'),
  },
  whoSees: whoSeesNetworks,
  whose: { networks: (_db, { id }) => Promise.resolve(id === '' ? undefined : { network: id }) },
  namesBelong: {
    '/networks': ['name', 'leaderName'],
    '/networks/:network': ['name'],
    '/networks/:network/first-leader': 'every box',
    '/networks/:network/partners': ['name', 'contact'],
    '/networks/:network/partners/:partner': ['name', 'contact'],
    '/networks/:network/people/…': 'every box',
    '/networks/:network/schools': schoolBoxes,
    '/networks/:network/schools/:school': schoolBoxes,
    '/networks/:network/schools/new': schoolBoxes,
    '/networks/:network/schools/picked': schoolBoxes,
    '/establishments': 'every box',
  },
  texts: [],

  groupTabs: [],
  networkTabs: [
    { tab: 'home', section: 'network', text: 'At a glance', path: '', for: 'everybody' },
    { tab: 'schools', section: 'network', text: 'Schools', path: '/schools', for: 'everybody' },
    { tab: 'people', section: 'network', text: 'People', path: '/people', for: 'inside' },
    { tab: 'partners', section: 'network', text: 'Partners', path: '/partners', for: 'inside' },
    { tab: 'terms', section: 'network', text: 'Terms', path: '/terms', for: 'everybody' },
  ],

  facts: networkFacts,
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onNetwork: [],
  waiting: {
    asked: [networksToSetUp],
    'for the network': [termsToAdd],
    'when there is time': [networksWithoutLeader],
  },
  inTheYear: { ...nothingInTheYear, dates: [datesOfTerms], lists: [...listsOfNetworks, partnerList] },

  searchables: [],
  threads: {},
  narrows: [],
  marks: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
