import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'

/** What stands around every page of a group's coding. @param crumbs the way from the group's own page, without the page itself */
export function aroundCoding(enquiry: Enquiry, ...crumbs: { href: string; text: string }[]) {
  return { breadcrumbs: crumbsOf(enquiry, ...crumbs), head: headOf(enquiry, 'codes') }
}

/** The codebook, as a step on the way to a page beneath it. */
export function codesCrumb({ groupId }: Pick<Enquiry, 'groupId'>) {
  return { href: `/groups/${groupId}/codes`, text: 'Codes' }
}
