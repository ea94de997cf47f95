import { nothingInTheYear, room, stays } from '../room.js'
import { datesOfBreaks, datesOfTerms } from './dates.js'
import { networkFacts } from './facts.js'
import { listsOfNetworks } from './lists.js'
import { partnerList } from './partners/partner-list.js'
import { networksRoutes } from './routes.js'
import { networksWithoutLeader } from './waiting/networks-without-leader.js'
import { termList } from './terms/term-list.js'
import { termsToAdd } from './waiting/terms-to-add.js'

/** What says which school it is. */
const schoolBoxes = ['name', 'town', 'find', 'localAuthority', 'postcode', 'language', 'safeguardingContact']
import { whoSeesNetworks } from './who-sees-what.js'

export const networks = room({
  name: 'networks',
  about: 'networks, schools and the government’s list of them, partners, terms',
  routes: networksRoutes,

  tables: {
    networks: 'around',
    schools: 'around',
    former_names: stays('what schools and people were called here'),
    terms: 'around',
    term_breaks: stays('when the schools of the network are closed'),
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
    '/networks/:network/schools/many': ['rows'],
    '/networks/:network/schools/picked': schoolBoxes,
    '/establishments': 'every box',
  },
  texts: [],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'home',
      part: 'glance',
      text: 'At a glance',
      path: '',
      for: 'everybody',
      finds: 'home, start, front page',
      first: true,
    },
    {
      tab: 'people',
      part: 'people',
      text: 'People',
      path: '/people',
      for: 'inside',
      finds: 'members, staff, roles, heads, accounts',
      first: true,
    },
    {
      tab: 'invitations',
      part: 'people',
      text: 'Invite people',
      path: '/people/invitations/new',
      for: 'leaders',
      finds: 'invite, invitation, add somebody, new account',
      within: 'people',
    },
    {
      tab: 'many invitations',
      part: 'people',
      text: 'Invite many people',
      path: '/people/invitations/many',
      for: 'leaders',
      finds: 'invite, list, spreadsheet, bulk',
      within: 'people',
    },
    {
      tab: 'schools',
      part: 'people',
      text: 'Schools',
      path: '/schools',
      for: 'everybody',
      finds: 'school, data lead, safeguarding contact',
    },
    {
      tab: 'partners',
      part: 'people',
      text: 'Partners',
      path: '/partners',
      for: 'inside',
      finds: 'partner organisations',
    },
    {
      tab: 'terms',
      part: 'settings',
      text: 'Terms',
      path: '/terms',
      for: 'everybody',
      finds: 'term dates, autumn, spring, summer, half-term, settings',
      first: true,
    },
    {
      tab: 'words',
      part: 'settings',
      text: 'Name and words',
      path: '/edit',
      for: 'leaders',
      finds: 'rename the network, about, settings',
    },
    {
      tab: 'second step',
      part: 'settings',
      text: 'Second step',
      path: '/second-step',
      for: 'leaders',
      finds: 'two-factor, passkey, code, authenticator, security, sign-in, settings',
    },
  ],
  help: {
    networks: 'network',
    'networks/people': 'people and schools',
    'networks/schools': 'people and schools',
    'networks/partners': 'people and schools',
    'networks/terms': 'settings of a network',
    'networks/edit': 'settings of a network',
    'networks/second-step': 'settings of a network',
    establishments: 'people and schools',
  },

  facts: networkFacts,
  letters: [],
  followers: [],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    'for the network': [termsToAdd],
    'when there is time': [networksWithoutLeader],
  },
  inTheYear: {
    ...nothingInTheYear,
    dates: [datesOfTerms, datesOfBreaks],
    lists: [...listsOfNetworks, partnerList, termList],
  },

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
