import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, ofCycle } from '../enquiries/head.js'
import type { Crumb } from '../web/show.js'
import type { FoundAction } from './found-action.js'

/** The actions of the cycle that the enquiry is of. */
export function actionsAddress(enquiry: Enquiry): string {
  return `/groups/${enquiry.groupId}/actions${ofCycle(enquiry)}`
}

/** What difference they made. */
export function evaluationAddress(enquiry: Enquiry): string {
  return `/groups/${enquiry.groupId}/evaluation${ofCycle(enquiry)}`
}

export function actionsCrumb(enquiry: Enquiry): Crumb {
  return { href: actionsAddress(enquiry), text: 'Actions' }
}

/** The way to a page beneath an action's own. */
export function crumbsBeneathAction({ id, number, enquiry }: FoundAction): Crumb[] {
  return crumbsOf(enquiry, actionsCrumb(enquiry), { href: `/actions/${id}`, text: `A${number}` })
}
