import { networkList } from '../networks/year.js'
import { room, stays } from '../room.js'
import { visitColumns } from './columns.js'
import { visitFacts } from './facts.js'
import { visitFollowers, visitLetters } from './letters.js'
import { allVisitsOf } from './listing.js'
import { supportingTexts, visitAccountTexts, visitNoteTexts } from './notes/text-kinds.js'
import { mayReadVisits } from './permissions.js'
import { visitsRoutes } from './routes.js'
import { visitNoteSearch, visitSearch } from './searching.js'
import { bookingsAnswered } from './waiting/bookings-answered.js'
import { visitsToConfirm, wishesAnswered, wishesToAnswer } from './waiting/hosting-to-do.js'
import { notesToWrite, whatCameOfIt } from './waiting/notes-to-write.js'
import { releasesToSay } from './waiting/releases-to-answer.js'
import { supportToAgree } from './waiting/support-to-agree.js'
import { whoSeesVisits } from './who-sees-what.js'
import { visitsBesideGroup, visitsBesideSchool } from './year/beside.js'
import { supportingDates, visitDates } from './year/dates.js'
import { visitHours } from './year/hours.js'
import { visitsKnowHow } from './year/knows-how.js'
import { visitMoves } from './year/moves.js'
import { visitNews } from './year/news.js'
import { visitsReportPart } from './year/report.js'

const networks = stays('the network’s own')
const two = stays('between two colleagues, and no group’s')

export const visits = room({
  name: 'visits',
  about: 'going to see how others do it, and what was seen',
  routes: visitsRoutes,

  tables: {
    visits: networks,
    visit_links: networks,
    visit_slots: networks,
    visit_bookings: networks,
    visit_releases: networks,
    visit_people: networks,
    visit_notes: networks,
    visit_note_evidence: networks,
    supporting_visits: two,
    supporting_visit_people: two,
    supporting_visit_releases: two,
  },
  whoSees: whoSeesVisits,
  whose: {},
  namesBelong: {
    '/networks/:network/visits': ['place', 'contact'],
    '/networks/:network/visits/:visit': ['place', 'contact', 'elsewhere'],
    '/networks/:network/visits/:visit/slots/:slot/booking': ['alongside'],
  },
  texts: [visitNoteTexts, visitAccountTexts, supportingTexts],

  groupTabs: [],
  networkTabs: [
    {
      tab: 'visits',
      part: 'visits',
      text: 'Visits',
      path: '/visits',
      for: 'inside',
      finds: 'learning walk, see practice, host',
    },
  ],
  help: { visits: 'visits' },

  facts: visitFacts,
  letters: visitLetters,
  followers: visitFollowers,

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    asked: [releasesToSay, supportToAgree, bookingsAnswered, wishesToAnswer, wishesAnswered],
    'when there is time': [notesToWrite, whatCameOfIt, visitsToConfirm],
  },
  inTheYear: {
    dates: [visitDates, supportingDates],
    reportParts: [visitsReportPart],
    moves: [visitMoves],
    hours: [visitHours],
    knowsHow: [visitsKnowHow],
    news: [visitNews],
    lists: [
      networkList({
        name: 'visits',
        title: 'Visits',
        columns: visitColumns,
        lines: async (db, person, network) => (mayReadVisits(person, network) ? allVisitsOf(db, network.id) : []),
      }),
    ],
    beside: [visitsBesideSchool, visitsBesideGroup],
  },

  searchables: [visitSearch, visitNoteSearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
