import { actionsOnStage } from './actions/on-stage.js'
import { codesOnStage } from './coding/on-stage.js'
import { claimsOnStage } from './claims/on-stage.js'
import type { StagePart } from './enquiries/stage-parts.js'
import { effectsOnStage } from './evaluation/on-stage.js'
import { keysOnStages, knowledgeOnStage } from './knowledge/on-stage.js'
import { evidenceOnStages } from './evidence/on-stage.js'

/** What later rooms show on the pages of a stage and of a group, in the order in which it stands there. */
export const stageParts: StagePart[] = [
  knowledgeOnStage,
  ...keysOnStages,
  ...evidenceOnStages,
  codesOnStage,
  claimsOnStage,
  actionsOnStage,
  effectsOnStage,
]
