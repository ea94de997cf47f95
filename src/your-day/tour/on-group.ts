import type { StagePart } from '../../enquiries/stages/stage-parts.js'
import { type Tour, tourFor } from './touring.js'

/** The notes of a first visit on the page of a group, for those who are in it or were invited to it. */
export const tourOfGroup: StagePart<{ tour: Tour }> = {
  stage: 'home',
  first: 'above the next step',
  view: 'your-day/_tour',
  async load(db, person, enquiry) {
    const { member, facilitator } = enquiry.standing
    if (!member && !facilitator) return undefined
    const tour = await tourFor(db, person, 'group', `/groups/${enquiry.groupId}`)
    return tour ? { tour } : undefined
  },
}
