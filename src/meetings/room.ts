import { room, stays, type Whose } from '../room.js'
import { circleSearch } from './searching/circle-search.js'
import { decisionSearch } from './searching/decision-search.js'
import { meetingSearch } from './searching/meeting-search.js'
import { minutesSearch } from './searching/minutes-search.js'
import { termsTexts } from './circles/terms.js'
import { meetingFacts } from './facts.js'
import { meetingFollowers } from './letters/letters.js'
import { minutesTexts } from './minutes/text-kind.js'
import { meetingsOnNetwork } from './on-network.js'
import { meetingsRoutes } from './routes.js'
import {
  agendasToOrder,
  datesToAnswer,
  meetingActionsToDo,
  meetingsToAnswer,
  minutesToAgree,
} from './waiting/waiting.js'
import { whoSeesMeetings } from './who-sees-what.js'
import { circleOfTheme, meetingOfGroup } from './year/beside.js'
import { datesOfMeetings, daysOfActions } from './year/dates.js'
import { decidedInTerm, hoursInMeetings, meetingLists, newsOfMeetings } from './year/telling.js'

const withNetwork = stays('meetings stay where they were held')

/** The words at an address are those of the group whose meeting it is, or of the network. */
const wordsAt =
  (table: 'meetings' | 'circles' | 'decisions' | 'meetingActions'): Whose =>
  async (db, { id }) => {
    const row = await db
      .selectFrom(table as 'meetings')
      .select(['networkId', 'groupId'])
      .where('id', '=', id)
      .executeTakeFirst()
    return row && (row.groupId === null ? { network: row.networkId } : { group: row.groupId })
  }

export const meetings = room({
  name: 'meetings',
  about: 'circles and their meetings: agenda, minutes, decisions, and what was agreed to do',
  routes: meetingsRoutes,

  tables: {
    circles: withNetwork,
    circle_roles: withNetwork,
    circle_people: withNetwork,
    circle_terms: withNetwork,
    meetings: withNetwork,
    meeting_circles: withNetwork,
    meeting_people: withNetwork,
    meeting_dates: withNetwork,
    meeting_date_answers: withNetwork,
    agenda_items: withNetwork,
    meeting_papers: withNetwork,
    minute_amendments: withNetwork,
    minute_notes: withNetwork,
    decisions: withNetwork,
    meeting_actions: withNetwork,
  },
  whoSees: whoSeesMeetings,
  whose: {
    meetings: wordsAt('meetings'),
    circles: wordsAt('circles'),
    decisions: wordsAt('decisions'),
    'meeting-actions': wordsAt('meetingActions'),
  },
  namesBelong: {
    '/networks/:network/circles': ['name'],
    '/circles/:circle': ['name'],
    '/circles/:circle/meetings': ['place'],
    '/circles/:circle/year': ['place'],
    '/meetings/:meeting': ['place'],
  },
  texts: [termsTexts, minutesTexts],

  groupTabs: [{ tab: 'meetings', text: 'Meetings', path: '/meetings', for: 'members' }],
  networkTabs: [{ tab: 'meetings', section: 'together', text: 'Meetings', path: '/meetings', for: 'inside' }],

  facts: meetingFacts,
  letters: [
    {
      letter: 'papers',
      name: 'The papers of a meeting can be read',
      holds: 'When the papers of a meeting to which you are asked are ready.',
    },
  ],
  followers: meetingFollowers,

  onStage: [],
  onPiece: [],
  onNetwork: [meetingsOnNetwork],
  waiting: {
    asked: [meetingActionsToDo, datesToAnswer, meetingsToAnswer],
    'for the network': [agendasToOrder, minutesToAgree],
  },
  inTheYear: {
    dates: [datesOfMeetings, daysOfActions],
    reportParts: [decidedInTerm],
    moves: [],
    hours: [hoursInMeetings],
    knowsHow: [],
    news: [newsOfMeetings],
    lists: meetingLists,
    beside: [circleOfTheme, meetingOfGroup],
  },

  searchables: [circleSearch, meetingSearch, decisionSearch, minutesSearch],
  threads: {},
  narrows: [],
  marks: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
