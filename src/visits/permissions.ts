import type { Person } from '../people/person.js'
import { today } from '../web/now.js'
import type { SupportingVisit, VisitRelease, VisitSlot } from './tables.js'
import type { BookingOf, FoundVisit } from './visits.js'

/** Everybody who works in the network knows what can be seen in it. */
export function mayReadVisits(person: Person, network: { id: string }): boolean {
  return person.works(network.id)
}

/** A school is shown by those who work in it. */
export function mayOffer(person: Person, network: { id: string }): boolean {
  return person.schoolsIn(network.id).length > 0
}

export function mayAsk(person: Person, network: { id: string }): boolean {
  return person.works(network.id)
}

/** Whoever offered it, those they named as hosts, and the head of the school. */
export function mayHost(person: Person, { visit, school, hostIds }: FoundVisit): boolean {
  if (visit.cancelledAt !== null) return false
  return isAmongHosts(person, { visit, school, hostIds })
}

/** Also of a visit that was cancelled. */
export function isAmongHosts(
  person: Person,
  { visit, school, hostIds }: Pick<FoundVisit, 'visit' | 'school' | 'hostIds'>,
): boolean {
  if (!person.belongsTo(visit.networkId)) return false
  return hostIds.includes(person.id) || (visit.kind === 'offered' && school !== null && person.answersFor(school.id))
}

/**
 * Where nobody is left who could, those who are booked in and those who lead the network call a visit off, so that nobody
 * stands before a closed door.
 */
export function mayCancelForHosts(person: Person, { visit, hostsLeft, comes }: FoundVisit): boolean {
  if (visit.cancelledAt !== null || hostsLeft) return false
  return comes || person.isNetworkLeaderOf(visit.networkId)
}

/** What keeps somebody from saying that they come, as a sentence; null where nothing does. */
export function hindranceToBook(person: Person, found: FoundVisit, slot: VisitSlot): string | null {
  const { visit, school } = found
  if (visit.cancelledAt || slot.cancelledAt) return 'This visit was cancelled.'
  if (school?.leftAt) return `${school.name} does not belong to the network any more.`
  if (slot.day < today()) return 'This day is over.'
  if (found.isInvited || (visit.kind === 'far' && found.hostIds.includes(person.id))) return null
  if (visit.forWhom === 'those invited') return 'This visit is for those who are invited to it.'
  if (visit.forWhom === 'group' && !(visit.groupId && person.isVolunteerIn(visit.groupId)))
    return 'This visit is for the members of an enquiry group.'
  return null
}

export function mayBook(person: Person, found: FoundVisit, slot: VisitSlot): boolean {
  const isHostHere = found.visit.kind !== 'far' && isAmongHosts(person, found)
  return !isHostHere && hindranceToBook(person, found, slot) === null
}

/** The head of the school; a network leader where it has none here. */
export function mayAnswerRelease(
  person: Person,
  release: Pick<VisitRelease, 'schoolId' | 'networkId'>,
  schoolHasHead: boolean,
): boolean {
  return person.answersFor(release.schoolId) || (!schoolHasHead && person.isNetworkLeaderOf(release.networkId))
}

/** Somebody who is booked in, on or after the day, writes as a visitor. */
export function mayWriteAsVisitor(person: Person, bookings: BookingOf[]): boolean {
  const isThere = (one: BookingOf) => one.state === 'booked' && one.missedAt === null && one.dayCancelledAt === null
  return bookings.some(one => one.personId === person.id && isThere(one))
}

export function mayWriteAsHost(person: Person, found: FoundVisit): boolean {
  return found.visit.kind === 'offered' && isAmongHosts(person, found)
}

/** The account is written by those who went, and by whoever planned it. */
export function mayWriteAccount(person: Person, found: FoundVisit, bookings: BookingOf[]): boolean {
  return found.visit.kind === 'far' && (isAmongHosts(person, found) || mayWriteAsVisitor(person, bookings))
}

/** Those two alone change it, call it off, or name somebody else. */
export function isOneOfTheTwo(
  person: Pick<Person, 'id'>,
  visit: Pick<SupportingVisit, 'proposedBy' | 'colleagueId'>,
): boolean {
  return visit.proposedBy === person.id || visit.colleagueId === person.id
}
