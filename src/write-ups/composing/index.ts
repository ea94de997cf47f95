import type { Logged } from '../document/logged.js'
import type { PartName } from '../parts/parts.js'
import { composeActions } from './actions.js'
import { composeClaims } from './claims.js'
import { composeContext } from './context.js'
import { composeDidNotWork, composeEffects } from './effects.js'
import { composeEvidence } from './evidence.js'
import { composeNext } from './next.js'
import { composePeople } from './people.js'
import { composePurpose } from './purpose.js'
import { composeQuestion } from './question.js'
import { composeRecommendations } from './recommendations.js'
import { composeSummary } from './summary.js'

/** How each part is written from what the group logged, as Markdown. */
export const compositions: Record<PartName, (logged: Logged) => string> = {
  summary: composeSummary,
  question: composeQuestion,
  context: composeContext,
  purpose: composePurpose,
  evidence: composeEvidence,
  claims: composeClaims,
  action: composeActions,
  evaluation: composeEffects,
  'what-did-not-work': composeDidNotWork,
  recommendations: composeRecommendations,
  next: composeNext,
  thanks: composePeople,
  appendix: () => '',
}
