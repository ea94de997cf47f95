import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room } from '../room.js'
import { partsBesideThings, partsOnPiece } from './beside-things.js'
import { partsGoAlong } from './carrying-parts.js'
import { compareParts } from './comparing-cycles.js'
import { questionPartFacts } from './facts.js'
import { byQuestionPart } from './narrowing.js'
import { partsOnEvaluation, partsOnPurpose } from './on-stages.js'
import { questionPartsRoutes } from './routes.js'
import { whoSeesQuestionParts } from './who-sees-what.js'

export const questionParts = room({
  name: 'question-parts',
  about: 'the questions that a question is made of, and what answers each',
  routes: questionPartsRoutes,

  tables: {
    question_parts: belongsTo('enquiry_id', 'enquiries'),
    question_part_claims: belongsTo('part_id', 'question_parts', { thing_id: 'claims' }),
    question_part_evidence: belongsTo('part_id', 'question_parts', { thing_id: 'evidence' }),
    question_part_actions: belongsTo('part_id', 'question_parts', { thing_id: 'actions' }),
    question_part_recommendations: belongsTo('part_id', 'question_parts', { thing_id: 'recommendations' }),
    question_part_codes: belongsTo('part_id', 'question_parts', { thing_id: 'codes' }),
  },
  whoSees: whoSeesQuestionParts,
  whose: { 'question-parts': groupsOwn('questionParts') },
  namesBelong: {},
  texts: [],

  groupTabs: [],
  networkTabs: [],
  help: { 'question-parts': 'purpose' },

  facts: questionPartFacts,
  letters: [],
  followers: [],

  onStage: [partsOnPurpose, partsOnEvaluation],
  onPiece: [partsOnPiece],
  onMany: [],
  onNetwork: [],
  waiting: {},
  inTheYear: { ...nothingInTheYear, beside: partsBesideThings },

  searchables: [],
  threads: {},
  narrows: [byQuestionPart],
  marks: [],
  holdsSchools: [],

  dependants: [],
  erases: [],
  carriesForward: [{ carries: partsGoAlong, compares: compareParts }],
  beforeLeaving: [],
})
