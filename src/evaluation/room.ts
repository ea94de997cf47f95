import { belongsTo, nothingInTheYear, room } from '../room.js'
import { evaluationFacts } from './facts.js'
import { evaluationRoutes } from './routes.js'
import { dependentEffects } from './dependants.js'
import { effectsOnStage } from './on-stage.js'
import { schoolsWithEffects } from './holding.js'
import { effectSearch, effectsOfGroup } from './searching.js'
import { whoSeesEvaluation } from './who-sees-what.js'

export const evaluation = room({
  name: 'evaluation',
  about: 'what difference the actions made, where, and how sure the group is',
  routes: evaluationRoutes,

  tables: {
    effects: belongsTo('action_id', 'actions'),
    effect_evidence: belongsTo('effect_id', 'effects', { evidence_id: 'evidence' }),
  },
  whoSees: whoSeesEvaluation,
  whose: {},
  // What stood there before is sent along to be compared, and has been noticed when it was typed.
  namesBelong: { '/actions/:action/effects/:school': ['was'] },
  texts: [],

  groupTabs: [
    {
      tab: 'effects',
      part: 'evaluation',
      text: 'Difference by school',
      path: '/evaluation',
      for: 'everybody',
      finds: 'effects, grid, impact, judgement',
    },
  ],
  networkTabs: [],
  help: { evaluation: 'evaluation' },

  facts: evaluationFacts,
  letters: [],
  followers: [],

  onStage: [effectsOnStage],
  onPiece: [],
  onMany: [],
  onNetwork: [],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [{ ...effectSearch, ofGroup: effectsOfGroup }],
  threads: {},
  narrows: [],
  marks: [],
  holdsSchools: [schoolsWithEffects],

  dependants: [dependentEffects],
  erases: [],
  carriesForward: [],
  beforeLeaving: [],
})
