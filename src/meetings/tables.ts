import type { Generated, Selectable } from 'kysely'
import type { CircleKind, FollowedRole } from './circles/kinds.js'

export interface CircleTable {
  id: string
  networkId: string
  /** Set where it is a group's own: its members are the members of the group. */
  groupId: string | null
  themeId: string | null
  kind: CircleKind
  name: string
  purpose: Generated<string>
  /** How often it meets, in words. */
  rhythm: Generated<string>
  /** Whether those who work in the network join by themselves. */
  joining: 'open' | 'invited'
  chairId: string | null
  noteTakerId: string | null
  madeAt: string
  madeBy: string
  closedAt: string | null
  closedBy: string | null
  closedBecause: Generated<string>
}
export type Circle = Selectable<CircleTable>

/** Whoever holds the role belongs to the circle, as long as they hold it. */
export interface CircleRoleTable {
  id: string
  circleId: string
  role: FollowedRole
  themeId: string | null
  beganAt: string
  beganBy: string
  endedAt: string | null
  endedBy: string | null
}

/** Somebody who was invited or joined, or who stays out although they hold a role that the circle follows. */
export interface CirclePersonTable {
  id: string
  circleId: string
  personId: string
  how: 'invited' | 'joined' | 'stays out'
  beganAt: string
  beganBy: string
  endedAt: string | null
  endedBy: string | null
}

/** The terms of reference as they were agreed; newer words stand in the text and count once they are agreed too. */
export interface CircleTermsTable {
  id: string
  circleId: string
  words: string
  agreedOn: string
  agreedAt: string
  agreedBy: string
}
export type CircleTerms = Selectable<CircleTermsTable>

export interface MeetingTable {
  id: string
  networkId: string
  /** The circle that called it; those that hold it together stand in `meetingCircles`, this one too. */
  circleId: string
  groupId: string | null
  title: string
  about: Generated<string>
  /** Null while a date is being found. */
  startsAt: string | null
  endsAt: string | null
  place: Generated<string>
  link: Generated<string>
  chairId: string | null
  noteTakerId: string | null
  /** How often its time or place was changed. */
  sequence: Generated<number>
  changedAt: string
  plannedAt: string
  plannedBy: string
  cancelledAt: string | null
  cancelledBy: string | null
  cancelledBecause: Generated<string>
  agendaAgreedAt: string | null
  agendaAgreedBy: string | null
  papersReadyAt: string | null
  minutesOpenedAt: string | null
  minutesOpenedBy: string | null
  minutesAgreedAt: string | null
  minutesAgreedBy: string | null
}
export type Meeting = Selectable<MeetingTable>

export interface MeetingCircleTable {
  meetingId: string
  circleId: string
}

export interface MeetingPersonTable {
  meetingId: string
  personId: string
  /** Set for guests, who belong to none of its circles. */
  invitedAt: string | null
  invitedBy: string | null
  /** What they said beforehand. */
  says: 'comes' | 'cannot' | null
  saidAt: string | null
  /** What was ticked of them at the meeting. */
  attended: 'present' | 'apologies' | 'away' | null
  attendedBy: string | null
}
export type MeetingPerson = Selectable<MeetingPersonTable>

export interface MeetingDateTable {
  id: string
  meetingId: string
  startsAt: string
  endsAt: string
  offeredAt: string
  offeredBy: string
}

export interface MeetingDateAnswerTable {
  dateId: string
  personId: string
  can: 'yes' | 'if need be' | 'no'
  saidAt: string
}

export interface AgendaItemTable {
  id: string
  meetingId: string
  /** `last time` stands first by itself: the minutes before, and what was agreed to do. */
  kind: 'item' | 'last time'
  position: number
  title: string
  why: Generated<string>
  minutes: number
  broughtBy: string | null
  proposedAt: string
  proposedBy: string
  state: 'proposed' | 'accepted' | 'later' | 'not'
  settledAt: string | null
  settledBy: string | null
  because: Generated<string>
  confidentialAt: string | null
  confidentialBy: string | null
  /** The item of an earlier meeting that was put off until later. */
  fromItemId: string | null
}
export type AgendaItem = Selectable<AgendaItemTable>

export interface MeetingPaperTable {
  id: string
  meetingId: string
  itemId: string | null
  title: string
  fileId: string | null
  href: Generated<string>
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
}

export interface MinuteAmendmentTable {
  id: string
  meetingId: string
  itemId: string
  words: string
  suggestedAt: string
  suggestedBy: string
  answer: 'accepted' | 'not accepted' | null
  answerWords: Generated<string>
  answeredAt: string | null
  answeredBy: string | null
}
export type MinuteAmendment = Selectable<MinuteAmendmentTable>

/** Said of agreed minutes afterwards, with its day; the minutes themselves stay as they were agreed. */
export interface MinuteNoteTable {
  id: string
  meetingId: string
  itemId: string
  words: string
  addedAt: string
  addedBy: string
}

export interface DecisionTable {
  id: string
  networkId: string
  circleId: string
  groupId: string | null
  meetingId: string
  itemId: string
  /** Counted on for its circle, over the years. */
  number: number
  decision: string
  reason: Generated<string>
  decidedOn: string
  recordedAt: string
  recordedBy: string
  supersededBy: string | null
  supersededAt: string | null
  removedAt: string | null
  removedBy: string | null
}
export type Decision = Selectable<DecisionTable>

export interface MeetingActionTable {
  id: string
  networkId: string
  circleId: string
  groupId: string | null
  meetingId: string
  itemId: string | null
  what: string
  ownerId: string
  dueOn: string
  agreedAt: string
  agreedBy: string
  settled: 'done' | 'dropped' | null
  settledAt: string | null
  settledBy: string | null
  /** What came of it, or why it was dropped. */
  outcome: Generated<string>
}
export type MeetingAction = Selectable<MeetingActionTable>

declare module '../database.js' {
  interface Tables {
    circles: CircleTable
    circleRoles: CircleRoleTable
    circlePeople: CirclePersonTable
    circleTerms: CircleTermsTable
    meetings: MeetingTable
    meetingCircles: MeetingCircleTable
    meetingPeople: MeetingPersonTable
    meetingDates: MeetingDateTable
    meetingDateAnswers: MeetingDateAnswerTable
    agendaItems: AgendaItemTable
    meetingPapers: MeetingPaperTable
    minuteAmendments: MinuteAmendmentTable
    minuteNotes: MinuteNoteTable
    decisions: DecisionTable
    meetingActions: MeetingActionTable
  }
}
