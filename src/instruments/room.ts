import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room, stays } from '../room.js'
import { lastDaysOfQuestionnaires } from './questionnaires/dates.js'
import { instrumentFacts } from './facts.js'
import { compareMeasures, instrumentsStay, measuresGoAlong } from './measures/between-cycles.js'
import { instrumentFollowers } from './followers.js'
import { instrumentsRoutes } from './routes.js'
import { instrumentOnPiece } from './on-piece.js'
import { instrumentSearch, ofGroup, questionnaireSearch } from './searching.js'
import { groupOfFilling } from './sheets/whose.js'
import { whoSeesInstruments } from './who-sees-what.js'

export const instruments = room({
  name: 'instruments',
  about: 'schedules, sheets and questionnaires; measures over time, their run charts, small numbers kept in',
  routes: instrumentsRoutes,

  tables: {
    instruments: belongsTo('group_id', 'groups'),
    instrument_versions: belongsTo('instrument_id', 'instruments'),
    // A sheet that is not finished is somebody’s own, and of a questionnaire that is open nobody sees an answer.
    fillings: belongsTo(
      'instrument_id',
      'instruments',
      { evidence_id: 'whole pieces' },
      row => row.finished_at !== null,
    ),
    questionnaires: belongsTo(
      'group_id',
      'groups',
      { instrument_id: 'instruments', evidence_id: 'evidence' },
      row => row.closed_at !== null,
    ),
    questionnaire_answers: belongsTo('questionnaire_id', 'questionnaires'),
    questionnaire_links: stays('open doors of this installation'),
    questionnaire_people: stays('who answered is nobody’s to know'),
    measures: belongsTo('group_id', 'groups'),
    // A file that waits to be taken in still holds the rows that were sent.
    measure_imports: belongsTo('group_id', 'groups', {}, row => row.draft === null),
    measure_shares: belongsTo('measure_id', 'measures'),
    readings: belongsTo('measure_id', 'measures', {
      ...{ action_id: 'actions', import_id: 'measure_imports', comparison_id: 'comparisons' },
    }),
    comparisons: belongsTo('group_id', 'groups'),
  },
  whoSees: whoSeesInstruments,
  whose: {
    instruments: groupsOwn('instruments'),
    questionnaires: groupsOwn('questionnaires'),
    measures: groupsOwn('measures'),
    comparisons: groupsOwn('comparisons'),
    fillings: groupOfFilling,
  },
  namesBelong: {
    '/groups/:group/measures/…': 'every box',
  },
  texts: [],

  groupTabs: [
    {
      tab: 'instruments',
      part: 'evidence',
      text: 'Questionnaires and sheets',
      path: '/instruments',
      for: 'members',
      finds: 'instruments, survey, interview schedule, observation sheet, form',
    },
    {
      tab: 'measures',
      part: 'evidence',
      text: 'Measures',
      path: '/measures',
      for: 'everybody',
      finds: 'numbers, run chart, data, spreadsheet, import',
    },
  ],
  networkTabs: [],
  help: {
    instruments: 'instruments',
    fillings: 'instruments',
    questionnaires: 'instruments',
    measures: 'measures',
    comparisons: 'measures',
    'measure-imports': 'measures',
  },

  facts: instrumentFacts,
  letters: [
    {
      letter: 'questionnaires',
      name: 'A group asks my school',
      holds: 'When an enquiry group asks the colleagues of your school to answer a questionnaire, and its reminders.',
      of: 'Looking at ourselves',
    },
  ],
  followers: instrumentFollowers,

  onStage: [],
  onPiece: [instrumentOnPiece],
  onMany: [],
  onNetwork: [],
  waiting: {},
  inTheYear: { ...nothingInTheYear, dates: [lastDaysOfQuestionnaires] },

  searchables: [
    { ...instrumentSearch, ofGroup: ofGroup.instrument },
    { ...questionnaireSearch, ofGroup: ofGroup.questionnaire },
  ],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [{ carries: instrumentsStay }, { carries: measuresGoAlong, compares: compareMeasures }],
  beforeLeaving: [],
})
