import { mayMakeClaims, mayReadOfCycle, mayShareOfCycle } from '../claims/permissions.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Action } from './tables.js'

/** An action is read like a claim: the whole group, its co-leader and facilitators always, others once it is shared. */
export const mayReadAction = mayReadOfCycle

export const mayAgreeActions: (enquiry: Enquiry) => boolean = mayMakeClaims

/** Editing, adapting, measuring, linking and completing: any member's, while the cycle goes on. */
export function mayChangeAction(enquiry: Enquiry, action: Pick<Action, 'removedAt'>): boolean {
  return mayAgreeActions(enquiry) && action.removedAt === null
}

export const mayShareActions: (enquiry: Enquiry) => boolean = mayShareOfCycle
