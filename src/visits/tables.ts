import type { Generated, Selectable } from 'kysely'
import type { BoxName } from './notes/boxes.js'

/** A school shows something; a colleague would like to see something; a party goes somewhere far. */
export type VisitKind = 'offered' | 'asked' | 'far'

export type ForWhom = 'anyone' | 'new teachers' | 'group' | 'those invited'

export interface VisitTable {
  id: string
  networkId: string
  kind: VisitKind
  /** What there is to see, in a line. */
  title: string
  about: Generated<string>
  /** The host; of what is asked for the school that is asked, if one is; null far away. */
  schoolId: string | null
  /** Who receives a far visit, and where. */
  elsewhere: Generated<string>
  /** Where visitors arrive. */
  place: Generated<string>
  /** Whom to ask. */
  contact: Generated<string>
  forWhom: ForWhom
  /** Whose members it is for, where it is for a group. */
  groupId: string | null
  /** A line for each thing, begun with its time: `09:15 Coffee in the library`. */
  programme: Generated<string>
  practical: Generated<string>
  /** What was asked for, where a school answers with this offer. */
  answersId: string | null
  /** The first and the last of its days that are not cancelled; null before it has one. */
  firstOn: string | null
  lastOn: string | null
  offeredAt: string
  offeredBy: string
  changedAt: string
  /** When whoever asked said that they have seen it now. */
  metAt: string | null
  cancelledAt: string | null
  cancelledBy: string | null
  cancelledBecause: string | null
  /** The collected account of a far visit: read by the network, and among the words of the termly report. */
  accountSharedAt: string | null
  accountSharedBy: string | null
  accountForReportAt: string | null
}
export type Visit = Selectable<VisitTable>

export interface VisitLinkTable {
  id: string
  visitId: string
  kind: 'group' | 'theme' | 'recommendation' | 'address'
  target: string
}
export type VisitLink = Selectable<VisitLinkTable>

export interface VisitSlotTable {
  id: string
  visitId: string
  networkId: string
  day: string
  /** The same, but for visits over several days. */
  lastDay: string
  /** `09:30` */
  starts: string
  ends: string
  places: number
  /** By those who are booked and those whose head is asked: kept in the transaction that takes or frees a place. */
  taken: Generated<number>
  sequence: Generated<number>
  changedAt: string
  cancelledAt: string | null
  cancelledBy: string | null
  /** Why it was moved or cancelled, the last time. */
  because: string | null
  /** When the host said who came. */
  heldAt: string | null
  heldBy: string | null
}
export type VisitSlot = Selectable<VisitSlotTable>

/** `asked` waits for the head; `waiting` for a place. */
export type BookingState = 'asked' | 'booked' | 'waiting' | 'declined' | 'cancelled'

export interface VisitBookingTable {
  id: string
  slotId: string
  visitId: string
  personId: string
  /** From where they come; null for those who work in no school here. */
  schoolId: string | null
  /** With those who come along. */
  people: number
  alongside: Generated<string>
  state: BookingState
  askedAt: string
  bookedAt: string | null
  cancelledAt: string | null
  missedAt: string | null
  /** They have nothing to write. */
  noteSettledAt: string | null
  cameOfSettledAt: string | null
}
export type VisitBooking = Selectable<VisitBookingTable>

/** A head is asked to release somebody. Where no booking stands with it, the head knows the day and no more. */
export interface VisitReleaseTable {
  id: string
  networkId: string
  schoolId: string
  personId: string
  bookingId: string | null
  day: string
  lastDay: string
  starts: string
  ends: string
  askedAt: string
  answer: 'yes' | 'no' | null
  answeredAt: string | null
  answeredBy: string | null
  word: Generated<string>
  withdrawnAt: string | null
}
export type VisitRelease = Selectable<VisitReleaseTable>

export interface VisitPersonTable {
  id: string
  visitId: string
  personId: string
  standing: 'host' | 'invited'
  addedAt: string
  addedBy: string
  removedAt: string | null
}
export type VisitPerson = Selectable<VisitPersonTable>

/** `host` is also the company of a far visit, who have no other hosts here. */
export type NoteAudience = 'me' | 'host' | 'network'

/** How far a note goes; its words stand among the texts that are saved as they are typed. */
export interface VisitNoteTable {
  id: string
  visitId: string
  personId: string
  box: BoxName
  audience: NoteAudience
  shownAt: string
}
export type VisitNote = Selectable<VisitNoteTable>

export interface VisitNoteEvidenceTable {
  id: string
  visitId: string
  personId: string
  box: BoxName
  groupId: string
  evidenceId: string
  loggedAt: string
}
export type VisitNoteEvidence = Selectable<VisitNoteEvidenceTable>

/**
 * Two colleagues, one of whom supports the other. In tables of its own, so that no list, count, search, report or calendar
 * of visits ever meets it.
 */
export interface SupportingVisitTable {
  id: string
  networkId: string
  proposedBy: string
  colleagueId: string
  day: string
  starts: string
  ends: string
  place: Generated<string>
  about: Generated<string>
  proposedAt: string
  agreedAt: string | null
  sequence: Generated<number>
  changedAt: string
  cancelledAt: string | null
  cancelledBy: string | null
}
export type SupportingVisit = Selectable<SupportingVisitTable>

export interface SupportingVisitPersonTable {
  id: string
  visitId: string
  personId: string
  namedBy: string
  namedAt: string
  removedAt: string | null
}

/** Leads from the visit to the question that a head was asked, and never back. */
export interface SupportingVisitReleaseTable {
  releaseId: string
  visitId: string
}

declare module '../database.js' {
  interface Tables {
    visits: VisitTable
    visitLinks: VisitLinkTable
    visitSlots: VisitSlotTable
    visitBookings: VisitBookingTable
    visitReleases: VisitReleaseTable
    visitPeople: VisitPersonTable
    visitNotes: VisitNoteTable
    visitNoteEvidence: VisitNoteEvidenceTable
    supportingVisits: SupportingVisitTable
    supportingVisitPeople: SupportingVisitPersonTable
    supportingVisitReleases: SupportingVisitReleaseTable
  }
}
