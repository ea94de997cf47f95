import { belongsTo, nothingInTheYear, room, stays } from '../room.js'
import { daysReportsAreDue } from './dates.js'
import { reportFacts } from './facts.js'
import { nudgeLetters, reportFollowers } from './short-reports/nudging.js'
import { termlyReportsRoutes } from './routes.js'
import { dependentShortReports } from './dependants.js'
import { reportTextSearch } from './arranging/searching-report-texts.js'
import { shortReportSearch, shortReportsOfGroup } from './short-reports/searching-short-reports.js'
import { reportWords, shortReportTexts } from './text-kinds.js'
import { groupsOwingReports } from './waiting/groups-owing-reports.js'
import { ofThemeWords, reportLetters } from './waiting/letters-of-theme-words.js'
import { termReportsToSend } from './waiting/term-reports-to-send.js'
import { reportsWithoutSecondPerson } from './waiting/reports-without-second-person.js'
import { themeWordsToWrite } from './waiting/theme-words-to-write.js'
import { termlyReportsToApprove } from './waiting/termly-reports-to-approve.js'
import { whoSeesTermlyReports } from './who-sees-what.js'

export const termlyReports = room({
  name: 'termly-reports',
  about: 'each group’s short report, and the network’s report that is composed of them',
  routes: termlyReportsRoutes,

  tables: {
    short_reports: belongsTo('group_id', 'groups'),
    termly_reports: stays('the network’s own'),
    report_parts: stays('the network’s own'),
    report_pictures: stays('the network’s own'),
    report_promises: stays('the network’s own'),
    report_sights: stays('the network’s own'),
    nudges: stays('reminders'),
  },
  whoSees: whoSeesTermlyReports,
  whose: {},
  namesBelong: {},
  texts: [shortReportTexts, reportWords],

  groupTabs: [
    {
      tab: 'reports',
      part: 'sharing',
      text: 'Term reports',
      path: '/reports',
      for: 'inside',
      finds: 'short report, termly report, send',
    },
  ],
  networkTabs: [
    {
      tab: 'reports',
      part: 'reports',
      text: 'Termly reports',
      path: '/reports',
      for: 'inside',
      finds: 'term, publish, edition, compose',
      first: true,
    },
  ],
  help: { 'groups/reports': 'term reports', 'networks/reports': 'reports', reports: 'reports' },

  facts: reportFacts,
  letters: [...reportLetters, ...nudgeLetters],
  followers: [...reportFollowers, ofThemeWords],

  onStage: [],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {
    asked: [termReportsToSend, themeWordsToWrite],
    'for the network': [reportsWithoutSecondPerson, termlyReportsToApprove, groupsOwingReports],
  },
  inTheYear: { ...nothingInTheYear, dates: [daysReportsAreDue] },

  searchables: [
    { ...shortReportSearch, ofGroup: shortReportsOfGroup },
    brought => ({
      ...reportTextSearch(reportWords(brought)),
      alsoCalled: [
        {
          names: ['report', 'reports', 'termly report', 'termly reports'],
          kinds: ['short-report', 'report-text', 'published report'],
        },
      ],
    }),
  ],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [dependentShortReports],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
