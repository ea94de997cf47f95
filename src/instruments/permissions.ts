import { type Enquiry, isOpen } from '../enquiries/enquiry.js'
import { ownSchool } from '../evidence/logging/choices.js'
import type { Person } from '../people/person.js'
import type { Questionnaire } from './tables.js'

/** The group and the co-leader of its theme read all of it; others, its facilitators too, what a school has shared. */
export function readsEveryMeasure({ standing }: Pick<Enquiry, 'standing'>): boolean {
  return standing.member || standing.coLeader
}

/** Taking readings in, changing and removing them: any member's, while the cycle goes on. */
export function mayKeepMeasures(enquiry: Enquiry): boolean {
  return enquiry.standing.member && isOpen(enquiry)
}

/** A school's numbers are shared by a member from that school, and by nobody else. */
export function mayShareNumbersOf(person: Person, enquiry: Enquiry, schoolId: string): boolean {
  return enquiry.standing.member && enquiry.closedAt === null && ownSchool(person, enquiry) === schoolId
}

/** What was shared can be taken back by them, and by the school's head. */
export function mayTakeNumbersBack(person: Person, enquiry: Enquiry, schoolId: string): boolean {
  return mayShareNumbersOf(person, enquiry, schoolId) || person.answersFor(schoolId)
}

/** What takes no part has nobody in the group: whoever leads it says that its school has agreed. */
export function mayShareComparisons({ standing, closedAt }: Enquiry): boolean {
  return standing.lead && closedAt === null
}

/** Instruments are the group's working tools: facilitators help to make them, and see them with the group and the co-leader. */
export function readsInstruments({ standing }: Pick<Enquiry, 'standing'>): boolean {
  return standing.member || standing.coLeader || standing.facilitator
}

/** Making, changing, filling in and asking: any member's, while the cycle goes on. */
export const mayUseInstruments = mayKeepMeasures

/** A closing is taken back by whoever closed it, or who leads the group. */
export function mayReopen(
  person: Pick<Person, 'id'>,
  { closedAt, closedBy, enquiry }: Pick<Questionnaire, 'closedAt' | 'closedBy'> & { enquiry: Enquiry },
): boolean {
  return closedAt !== null && mayUseInstruments(enquiry) && (closedBy === person.id || enquiry.standing.lead)
}
