import type { FoundAction } from '../actions/actions.js'
import { mayAgreeActions, mayChangeAction } from '../actions/permissions.js'
import type { Enquiry } from '../enquiries/enquiry.js'

/** Any member says what an action did, while the cycle goes on; whoever may read the action may read its effects. */
export function mayJudgeEffect(action: FoundAction): boolean {
  return mayChangeAction(action.enquiry, action)
}

export const mayJudgeEffectsIn: (enquiry: Enquiry) => boolean = mayAgreeActions
