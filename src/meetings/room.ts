import { belongsTo, room, stays, type Whose } from '../room.js'
import { groupCirclesTakeNames } from './circles/taking-names.js'
import { circleSearch } from './searching/circle-search.js'
import { decisionSearch } from './searching/decision-search.js'
import { meetingSearch } from './searching/meeting-search.js'
import { minutesSearch } from './searching/minutes-search.js'
import { termsTexts } from './circles/terms.js'
import { meetingFacts } from './facts.js'
import { meetingFollowers, meetingLetters } from './letters/letters.js'
import { minutesTexts } from './minutes/text-kind.js'
import { meetingsRoutes } from './routes.js'
import {
  agendasToOrder,
  datesToAnswer,
  meetingActionsToDo,
  meetingsToAnswer,
  minutesToAgree,
  minutesToRead,
  minutesToWrite,
} from './waiting/waiting.js'
import { whoSeesMeetings } from './who-sees-what.js'
import { circleOfTheme, meetingOfGroup } from './year/beside.js'
import { datesOfMeetings, daysOfActions } from './year/dates.js'
import { decidedInTerm, hoursInMeetings, meetingLists, newsOfMeetings } from './year/telling.js'

/** Of a group's own meetings; those of other circles stay where they were held. */
const ofMeeting = (also: Record<string, string> = {}) => belongsTo('meeting_id', 'meetings', also)
const isOpenToAll = (row: Record<string, unknown>) => row.confidential_at === null
const isThere = (row: Record<string, unknown>) => row.removed_at === null

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
    circles: belongsTo('group_id', 'groups'),
    circle_roles: stays('which roles of the network a circle follows; those in a group are its members'),
    circle_people: belongsTo('circle_id', 'circles'),
    circle_terms: belongsTo('circle_id', 'circles'),
    meetings: belongsTo('group_id', 'groups', { circle_id: 'circles' }),
    meeting_circles: ofMeeting({ circle_id: 'circles' }),
    meeting_people: ofMeeting(),
    meeting_dates: ofMeeting(),
    meeting_date_answers: belongsTo('date_id', 'meeting_dates'),
    agenda_items: belongsTo('meeting_id', 'meetings', { from_item_id: 'agenda_items' }, isOpenToAll),
    meeting_papers: belongsTo('meeting_id', 'meetings', { item_id: 'agenda_items' }, isThere),
    minute_amendments: ofMeeting({ item_id: 'agenda_items' }),
    minute_notes: ofMeeting({ item_id: 'agenda_items' }),
    decisions: belongsTo('group_id', 'groups', {
      ...{ circle_id: 'circles', meeting_id: 'meetings', item_id: 'agenda_items', superseded_by: 'decisions' },
    }),
    meeting_actions: belongsTo('group_id', 'groups', {
      ...{ circle_id: 'circles', meeting_id: 'meetings', item_id: 'agenda_items' },
    }),
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

  groupTabs: [
    {
      tab: 'meetings',
      part: 'overview',
      text: 'Meetings',
      path: '/meetings',
      for: 'members',
      finds: 'meet, agenda, minutes, decisions, dates',
    },
  ],
  networkTabs: [
    {
      tab: 'meetings',
      part: 'meetings',
      text: 'Meetings',
      path: '/meetings',
      for: 'inside',
      finds: 'agenda, minutes, papers',
      first: true,
    },
    {
      tab: 'circles',
      part: 'meetings',
      text: 'Circles',
      path: '/circles',
      for: 'inside',
      finds: 'strategic group, operational group, terms of reference, chair',
    },
    {
      tab: 'decisions',
      part: 'meetings',
      text: 'Decisions',
      path: '/decisions',
      for: 'inside',
      finds: 'what was decided',
    },
    {
      tab: 'meeting actions',
      part: 'meetings',
      text: 'What we agreed to do',
      path: '/meeting-actions',
      for: 'inside',
      finds: 'actions, to do',
    },
  ],
  help: { meetings: 'meetings', circles: 'meetings', decisions: 'meetings', 'meeting-actions': 'meetings' },

  facts: meetingFacts,
  letters: meetingLetters,
  followers: [...meetingFollowers, groupCirclesTakeNames],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    asked: [meetingActionsToDo, datesToAnswer, meetingsToAnswer, minutesToRead, minutesToWrite],
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
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
