import { type Enquiry, isOpen } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import type { Piece } from './evidence.js'

/** Evidence may be logged at any stage, by whoever is in the group, until the cycle ends. */
export function mayLogEvidence(enquiry: Enquiry): boolean {
  return enquiry.standing.member && isOpen(enquiry)
}

/** Whoever is in the group may take several pieces in hand; to each of them what they may do to it alone. */
export function mayDoTogether(enquiry: Enquiry): boolean {
  return enquiry.standing.member && enquiry.closedAt === null
}

/** A piece is its author's. When its author has left, the lead learner looks after it, so that the work stays useful. */
export function keeps(
  person: Person,
  piece: Pick<Piece, 'loggedBy' | 'sharedWithGroupAt' | 'groupId' | 'authorLeft'>,
): boolean {
  if (piece.loggedBy === person.id) return piece.sharedWithGroupAt === null || person.isVolunteerIn(piece.groupId)
  return piece.authorLeft && piece.sharedWithGroupAt !== null && person.leads(piece.groupId)
}

export function mayReviseEvidence(person: Person, piece: Piece): boolean {
  return keeps(person, piece)
}

/** Sharing more widely is for whoever keeps the piece. */
export function mayShareEvidence(person: Person, piece: Piece): boolean {
  return keeps(person, piece) && person.isVolunteerIn(piece.groupId)
}

/** The lead learner may narrow a piece to the group, though not widen it. */
export function mayNarrowEvidence(person: Person, piece: Piece): boolean {
  return keeps(person, piece) || (piece.sharedWithGroupAt !== null && person.leads(piece.groupId))
}

export function mayWithdrawEvidence(person: Person, piece: Piece): boolean {
  return piece.sharedWithGroupAt !== null && mayNarrowEvidence(person, piece)
}

/** A draft that nobody else has seen can be erased altogether. */
export function mayRemoveDraft(person: Person, piece: Piece): boolean {
  return piece.loggedBy === person.id && piece.sharedWithGroupAt === null
}

/** Whoever narrowed or withdrew it may bring it back, or have it erased for good. */
export function maySettleGap(person: Person, piece: Piece): boolean {
  return piece.loggedBy === person.id || person.leads(piece.groupId)
}

/** A description helps those who cannot see the picture, so the lead learner may write one too. */
export function mayDescribePictures(person: Person, piece: Piece): boolean {
  return keeps(person, piece) || (piece.sharedWithGroupAt !== null && person.leads(piece.groupId))
}

/** The text of a file is typed and mended by whoever keeps the piece, and what it said before is theirs alone to read. */
export function mayWriteTexts(person: Person, piece: Piece): boolean {
  return keeps(person, piece)
}

/** Consent is recorded by those who gathered the piece or work in its school, as far as they can see it. */
export function mayRecordConsent(person: Person, piece: Piece): boolean {
  return keeps(person, piece) || person.leads(piece.groupId) || isColleague(person, piece)
}

/** A child or a parent says no to whoever they meet: any colleague of that school may write it down. */
export function mayWithdrawConsent(person: Person, piece: Piece): boolean {
  return mayRecordConsent(person, piece) || person.isVolunteerIn(piece.groupId)
}

/** A school's refusals are recorded by whoever works there, whatever their role; governors only read. */
export function mayRefuseFor(person: Person, school: { id: string }): boolean {
  return person.worksAt(school.id)
}

/** Lifting one lets things out again, so it is for whoever recorded it, the head and the data lead. */
export function mayLiftRefusal(person: Person, refusal: { schoolId: string; recordedBy: string }): boolean {
  return (
    refusal.recordedBy === person.id || person.answersFor(refusal.schoolId) || person.isDataLeadOf(refusal.schoolId)
  )
}

/** Everybody who reads a piece may say that it names a pupil. */
export function mayFlagPupil(_person: Person, piece: Piece): boolean {
  return piece.namesPupilAt === null
}

/** Clearing the flag lets the piece out again, so it is for whoever may share it. */
export function mayClearPupil(
  person: Person,
  piece: Pick<Piece, 'loggedBy' | 'sharedWithGroupAt' | 'groupId' | 'authorLeft' | 'namesPupilAt'>,
): boolean {
  return piece.namesPupilAt !== null && keeps(person, piece)
}

/** Works in or for one of the schools that the piece comes from; governors only read what is published. */
export function isColleague(person: Person, piece: Piece): boolean {
  return piece.schools.some(school => person.worksAt(school.id))
}
