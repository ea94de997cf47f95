import { room, stays } from '../room.js'
import { themeFacts } from './facts.js'
import { themesOnNetwork } from './on-network.js'
import { themeFollowers, themeLetters } from './followers.js'
import { themesInTheYear } from './in-the-year/year.js'
import { themesRoutes } from './routes.js'
import { activitySearch, sessionSearch, themeSearch } from './searching.js'
import { ownNoteTexts, themeTermTexts } from './text-kinds.js'
import { activitiesToTellOf, championsAsked, notesDue, sessionsToTellOf } from './waiting/waiting.js'
import { whoSeesThemes } from './who-sees-what.js'

const network = () => stays('the network’s own')

export const themes = room({
  name: 'themes',
  about:
    'what several groups ask about together: objectives, activities, champions, sessions, and a reading across them',
  routes: themesRoutes,

  tables: {
    theme_names: network(),
    theme_objectives: network(),
    theme_activities: network(),
    theme_champions: network(),
    theme_sessions: network(),
    theme_session_people: network(),
    theme_plans: network(),
    theme_terms: network(),
    theme_strands: network(),
    theme_strand_claims: network(),
    theme_codes: network(),
    theme_handovers: network(),
  },
  whoSees: whoSeesThemes,
  whose: {},
  namesBelong: {
    '/networks/:network/themes/:theme/sessions': ['ledBy', 'place'],
    '/networks/:network/themes/:theme/sessions/:session': ['ledBy', 'place'],
    '/networks/:network/themes/:theme/handover': ['find'],
  },
  texts: [themeTermTexts, ownNoteTexts],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'themes',
      part: 'groups',
      text: 'Themes',
      path: '/themes',
      for: 'inside',
      finds: 'co-leader, strand, objectives, champions, workshops',
    },
  ],
  help: { themes: 'themes' },

  facts: themeFacts,
  letters: themeLetters,
  followers: themeFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [themesOnNetwork],
  waiting: { asked: [championsAsked], 'when there is time': [activitiesToTellOf, sessionsToTellOf, notesDue] },
  inTheYear: themesInTheYear,

  searchables: [themeSearch, activitySearch, sessionSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
