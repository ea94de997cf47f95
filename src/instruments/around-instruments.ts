import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'

/** What stands around every page beneath a group's instruments. */
export function aroundInstruments(enquiry: Enquiry) {
  return {
    breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/instruments`, text: 'Instruments' }),
    head: headOf(enquiry, 'instruments'),
  }
}
