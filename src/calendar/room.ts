import { nothingInTheYear, room, stays } from '../room.js'
import { commonDaysList } from './common-days/columns.js'
import { datesOfCommonDays } from './common-days/dates.js'
import { daysKept, newCommonDays } from './common-days/in-the-year.js'
import { calendarFollowers, calendarLetters } from './common-days/letters.js'
import { commonDaySearch } from './common-days/searching.js'
import { commonDaysToAnswer } from './common-days/waiting.js'
import { calendarFacts } from './facts.js'
import { aheadOnGroup, aheadOnNetwork } from './reading/ahead.js'
import { calendarsRoutes } from './routes.js'
import { whoSeesCalendar } from './who-sees-what.js'

export const calendar = room({
  name: 'calendar',
  about: 'what lies ahead: as a page and in calendars elsewhere, and the days that schools keep in common',
  routes: calendarsRoutes,

  tables: {
    common_days: stays('the network’s own'),
    common_day_answers: stays('the network’s own'),
    calendar_feeds: stays('open doors of this installation'),
  },
  whoSees: whoSeesCalendar,
  whose: {},
  namesBelong: {},
  texts: [],

  groupTabs: [
    {
      tab: 'calendar',
      part: 'overview',
      text: 'Calendar',
      path: '/calendar',
      for: 'inside',
      finds: 'dates, feed, ical, phone',
    },
  ],
  networkTabs: [
    {
      tab: 'calendar',
      part: 'meetings',
      text: 'Calendar',
      path: '/calendar',
      for: 'inside',
      finds: 'dates, feed, ical, phone',
    },
    {
      tab: 'common days',
      part: 'meetings',
      text: 'Days in common',
      path: '/common-days',
      for: 'inside',
      finds: 'closure days, INSET, twilight',
    },
  ],
  help: { calendar: 'calendar', calendars: 'calendar', 'common-days': 'calendar' },

  facts: calendarFacts,
  letters: calendarLetters,
  followers: calendarFollowers,

  onStage: [aheadOnGroup],
  onPiece: [],
  onMany: [],
  onNetwork: [aheadOnNetwork],
  waiting: { asked: [commonDaysToAnswer] },
  inTheYear: {
    ...nothingInTheYear,
    dates: [datesOfCommonDays],
    reportParts: [daysKept],
    news: [newCommonDays],
    lists: [commonDaysList],
  },

  searchables: [commonDaySearch],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
