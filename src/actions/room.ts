import { groupsOwn } from '../enquiries/whose.js'
import { belongsTo, nothingInTheYear, room } from '../room.js'
import { actionsGoOn, compareActions } from './agreeing/going-on.js'
import { datesOfActions } from './dates.js'
import { actionFacts } from './facts.js'
import { actionsRoutes } from './routes.js'
import { schoolsMeasured, schoolsThatWrote } from './schools/holding.js'
import { dependentActions } from './dependants.js'
import { actionMoments } from './moments.js'
import { actionsOnPiece } from './on-piece.js'
import { actionsOnStage } from './on-stage.js'
import { aboutActions, actionSearch, actionsOfGroup } from './searching.js'
import { actionsToTell } from './waiting/actions-to-tell.js'
import { actionLeaves } from './settling/action-leaving.js'
import { whoSeesActions } from './who-sees-what.js'

export const actions = room({
  name: 'actions',
  about: 'what the group tried, and what each school made of it',
  routes: actionsRoutes,

  tables: {
    actions: belongsTo('group_id', 'groups'),
    action_schools: belongsTo('action_id', 'actions'),
    action_evidence: belongsTo('action_id', 'actions', { evidence_id: 'evidence' }),
  },
  whoSees: whoSeesActions,
  whose: { actions: groupsOwn('actions') },
  namesBelong: {},
  texts: [],

  groupTabs: [
    {
      tab: 'actions',
      part: 'action',
      text: 'Actions',
      path: '/actions',
      for: 'everybody',
      finds: 'agree an action, steps, adaptation, try',
    },
  ],
  networkTabs: [],
  help: { actions: 'actions' },

  facts: actionFacts,
  letters: [],
  followers: [],

  onStage: [actionsOnStage],
  onPiece: [actionsOnPiece],
  onMany: [],
  onNetwork: [],
  waiting: { asked: [actionsToTell] },
  inTheYear: { ...nothingInTheYear, dates: [datesOfActions] },

  searchables: [{ ...actionSearch, ofGroup: actionsOfGroup }],
  threads: { action: aboutActions },
  narrows: [],
  marks: [actionMoments],
  holdsSchools: [schoolsThatWrote, schoolsMeasured],

  dependants: [dependentActions],
  erases: [],
  carriesForward: [{ carries: actionsGoOn, compares: compareActions }],
  beforeLeaving: [],
  leaves: [actionLeaves],
})
