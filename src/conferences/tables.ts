import type { Generated, Selectable } from 'kysely'
import type { WrittenColumn } from '../names/written.js'

export interface ConferenceTable {
  id: string
  networkId: string
  title: string
  heldOn: string
  place: Generated<string>
  welcome: Generated<string>
  madeAt: string
  madeBy: string
  /** How often it was changed, and when last. */
  sequence: Generated<number>
  changedAt: string | null
  /** From then on governors and facilitators of the network read its booklet. */
  openToGuestsAt: string | null
  openToGuestsBy: string | null
}
export type Conference = Selectable<ConferenceTable>

export interface ConferenceSessionTable {
  id: string
  conferenceId: string
  /** `09:30` */
  starts: string
  ends: string
  room: Generated<string>
  title: string
  /** Who speaks or leads, as it is written in the programme. */
  people: Generated<string>
  groupId: string | null
  addedAt: string
  addedBy: string
  removedAt: string | null
}
export type ConferenceSession = Selectable<ConferenceSessionTable>

/** A question that was raised, or what somebody committed to. */
export interface ConferenceNoteTable {
  id: string
  conferenceId: string
  kind: 'question' | 'commitment'
  words: string
  lookAgainOn: string | null
  raisedAt: string
  raisedBy: string
  became: string
  lookedAt: string | null
  lookedBy: string | null
  removedAt: string | null
}
export type ConferenceNote = Selectable<ConferenceNoteTable>

/** What a group says of itself in the booklet, in the place of its published words. */
export interface ConferenceAbstractTable {
  conferenceId: string
  groupId: string
  words: WrittenColumn
  writtenAt: string
  writtenBy: string
}

declare module '../database.js' {
  interface Tables {
    conferences: ConferenceTable
    conferenceSessions: ConferenceSessionTable
    conferenceNotes: ConferenceNoteTable
    conferenceAbstracts: ConferenceAbstractTable
  }
}
