import type { Person } from '../people/person.js'
import type { MeetingReach } from './reach.js'
import type { AgendaItem, Circle, Meeting } from './tables.js'

/** What the rights in a circle are worked out from. */
export interface TowardsCircle {
  person: Person
  reach: MeetingReach
  circle: Circle
}

/** What the rights in a meeting are worked out from. */
export interface TowardsMeeting {
  person: Person
  reach: MeetingReach
  meeting: Meeting
  /** Those that hold it. */
  circles: Circle[]
  /** Whether they were ticked as present. */
  wasPresent: boolean
  isGuest: boolean
}

/** Anybody who works in the network may found a circle, and is in it. */
export function mayMakeCircle(person: Person, network: { id: string }): boolean {
  return person.works(network.id)
}

/** The circles that most networks have are set up by a network leader. */
export function maySetUpUsual(person: Person, network: { id: string }): boolean {
  return person.isNetworkLeaderOf(network.id)
}

export function isInCircle(reach: MeetingReach, circle: Pick<Circle, 'id'>): boolean {
  return reach.circles.includes(circle.id)
}

/**
 * Chair and note-taker look after a circle; a network leader who is in it too; where it has neither, everybody in it who works
 * in the network.
 */
export function mayLookAfter({ person, reach, circle }: TowardsCircle): boolean {
  if (!isInCircle(reach, circle)) return false
  if ([circle.chairId, circle.noteTakerId].includes(person.id)) return true
  if (circle.groupId === null && person.isNetworkLeaderOf(circle.networkId)) return true
  return circle.chairId === null && circle.noteTakerId === null && !readsReleasedOnly(reach, circle)
}

export function mayChangeCircle(towards: TowardsCircle): boolean {
  return towards.circle.closedAt === null && mayLookAfter(towards)
}

/** A group's own circle lives as long as its group. */
export function mayCloseCircle(towards: TowardsCircle): boolean {
  return towards.circle.groupId === null && mayChangeCircle(towards)
}

export function mayReopenCircle(towards: TowardsCircle): boolean {
  return towards.circle.groupId === null && towards.circle.closedAt !== null && mayLookAfter(towards)
}

export function mayJoinCircle({ person, reach, circle }: TowardsCircle): boolean {
  const isOpen = circle.closedAt === null && circle.groupId === null && circle.joining === 'open'
  return isOpen && !isInCircle(reach, circle) && person.works(circle.networkId)
}

/** Who stayed out of a circle that follows a role of theirs can always come back. */
export function mayLeaveCircle({ reach, circle }: TowardsCircle): boolean {
  return circle.groupId === null && isInCircle(reach, circle)
}

/** Everybody in the circle writes at its terms of reference until they are agreed. */
export function mayWriteTerms(towards: TowardsCircle): boolean {
  const { reach, circle } = towards
  return circle.closedAt === null && isInCircle(reach, circle) && !readsReleasedOnly(reach, circle)
}

export function mayAgreeTerms(towards: TowardsCircle): boolean {
  return mayChangeCircle(towards)
}

export function mayPlan({ reach, circle }: TowardsCircle): boolean {
  return circle.closedAt === null && isInCircle(reach, circle) && !readsReleasedOnly(reach, circle)
}

/** In one of the circles that hold the meeting. */
export function isInMeeting({ reach, circles }: TowardsMeeting): boolean {
  return circles.some(circle => isInCircle(reach, circle))
}

/** Those who are asked to come: members and guests. */
export function isAsked(towards: TowardsMeeting): boolean {
  return isInMeeting(towards) || towards.isGuest
}

/** Whoever chairs or notes it this time, or looks after a circle that holds it. */
export function mayConduct(towards: TowardsMeeting): boolean {
  const { person, reach, meeting, circles } = towards
  if (!isInMeeting(towards)) return false
  if ([meeting.chairId, meeting.noteTakerId].includes(person.id)) return true
  return circles.some(circle => mayLookAfter({ person, reach, circle }))
}

export function mayChangeMeeting(towards: TowardsMeeting): boolean {
  return towards.meeting.cancelledAt === null && towards.meeting.minutesAgreedAt === null && mayConduct(towards)
}

/** Members bring items until the minutes are open to all who were there. */
export function mayPropose(towards: TowardsMeeting): boolean {
  const { meeting } = towards
  return meeting.cancelledAt === null && meeting.minutesOpenedAt === null && isAsked(towards)
}

export function mayOrderAgenda(towards: TowardsMeeting): boolean {
  return towards.meeting.minutesOpenedAt === null && mayChangeMeeting(towards)
}

export function mayAddPapers(towards: TowardsMeeting): boolean {
  return towards.meeting.cancelledAt === null && isAsked(towards)
}

/** Agreed minutes are for all who find the meeting; before that, for those who are in the circle or were there. */
export function mayReadMinutes(towards: TowardsMeeting): boolean {
  const { meeting, reach } = towards
  if (meeting.minutesAgreedAt !== null) return true
  return !readsReleasedOnly(reach, meeting) && (isInMeeting(towards) || towards.wasPresent)
}

/** That there is a confidential item, and what it is called. */
export function mayKnowOfItem(towards: TowardsMeeting, item: Pick<AgendaItem, 'confidentialAt'>): boolean {
  if (item.confidentialAt === null) return true
  return !readsReleasedOnly(towards.reach, towards.meeting) && (isInMeeting(towards) || towards.wasPresent)
}

/** What was said of a confidential item is for those who were there. */
export function mayReadItem(towards: TowardsMeeting, item: Pick<AgendaItem, 'confidentialAt'>): boolean {
  if (item.confidentialAt === null) return true
  return !readsReleasedOnly(towards.reach, towards.meeting) && towards.wasPresent
}

/** Minutes are typed by everybody in the circle who works in the network, until they are open to those who were there. */
export function mayWriteMinutes(towards: TowardsMeeting, item: Pick<AgendaItem, 'confidentialAt'>): boolean {
  const { meeting, reach } = towards
  if (meeting.cancelledAt !== null || meeting.minutesAgreedAt !== null || meeting.startsAt === null) return false
  if (meeting.minutesOpenedAt !== null && !mayConduct(towards)) return false
  return isInMeeting(towards) && !readsReleasedOnly(reach, meeting) && mayReadItem(towards, item)
}

/** Who was there decides who reads what is confidential, so whoever conducts the meeting ticks it. */
export function mayTick(towards: TowardsMeeting): boolean {
  return mayConduct(towards) && mayWriteMinutes(towards, { confidentialAt: null })
}

/** Decisions and what was agreed to do are written down with the minutes. */
export function mayRecord(towards: TowardsMeeting, item: Pick<AgendaItem, 'confidentialAt'>): boolean {
  return mayWriteMinutes(towards, item)
}

export function mayOpenMinutes(towards: TowardsMeeting): boolean {
  const { meeting } = towards
  return meeting.startsAt !== null && meeting.minutesOpenedAt === null && mayChangeMeeting(towards)
}

export function mayAmend(towards: TowardsMeeting, item: Pick<AgendaItem, 'confidentialAt'>): boolean {
  const { meeting, reach } = towards
  const isOpen = meeting.minutesOpenedAt !== null && meeting.minutesAgreedAt === null && meeting.cancelledAt === null
  return isOpen && towards.wasPresent && !readsReleasedOnly(reach, meeting) && mayReadItem(towards, item)
}

/** The chair agrees the minutes for the circle. */
export function mayAgreeMinutes(towards: TowardsMeeting): boolean {
  return towards.meeting.minutesOpenedAt !== null && mayChangeMeeting(towards)
}

/** Of agreed minutes only a note with its day. */
export function mayAddNote(towards: TowardsMeeting, item: Pick<AgendaItem, 'confidentialAt'>): boolean {
  return towards.meeting.minutesAgreedAt !== null && mayConduct(towards) && mayReadItem(towards, item)
}

/** A governor reads what is released, and what they are invited to; nothing confidential, nothing that is not agreed yet. */
function readsReleasedOnly(reach: MeetingReach, { networkId }: { networkId: string }): boolean {
  return reach.readsReleased.includes(networkId)
}
