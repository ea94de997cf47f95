import type { Generated, Selectable } from 'kysely'
import type { PublishableKind } from '../publishing/tables.js'
import type { Outcome, PostKind, Way } from './kinds.js'

export interface ForumPostTable {
  id: string
  networkId: string
  kind: PostKind
  sentence: string
  more: Generated<string>
  /** Whom it is for, in words; empty for everybody. */
  forWhom: Generated<string>
  link: Generated<string>
  /** Its words as they are searched in the list. */
  folded: Generated<string>
  /** The school of whoever posted it, then. */
  schoolId: string | null
  postedAt: string
  postedBy: string
  changedAt: string | null
  evidenceId: string | null
  workKind: PublishableKind | null
  workId: string | null
  /** A day on which one can come, from and until a time of day such as `09:30`; empty where it is the whole day. */
  onDay: string | null
  starts: Generated<string>
  ends: Generated<string>
  place: Generated<string>
  /** How many can come; null for as many as like. */
  places: number | null
  /** How many have a place; kept by whatever gives or takes one. */
  coming: Generated<number>
  dateSequence: Generated<number>
  dateChangedAt: string | null
  dateCancelledAt: string | null
  /** Since when colleagues may ask whoever posted it. */
  asksWelcomeAt: string | null
  /** Since when it may be told in the published termly report. */
  mayTellAt: string | null
  /** Of a request for help, until it is met or gone. */
  openSince: string | null
  /** The day after which the asker is asked whether it is still open. */
  askedAgainAfter: string | null
  metAt: string | null
  metByAnswer: string | null
  metSaidBy: string | null
  takenDownAt: string | null
  takenDownBy: string | null
  foldedAwayAt: string | null
  foldedAwayBy: string | null
  foldedAwayBecause: Generated<string>
  /** When it left the list, whichever way. */
  goneAt: string | null
  /** Counts that lists show, kept in the same transaction. */
  answers: Generated<number>
  takenUp: Generated<number>
  supports: Generated<number>
  talkedAt: string | null
}
export type ForumPost = Selectable<ForumPostTable>

export interface ForumFileTable {
  postId: string
  fileId: string
  alt: Generated<string>
  removedAt: string | null
}

export interface ForumAnswerTable {
  id: string
  postId: string
  /** The answer that it stands under; never one that stands under another. */
  underId: string | null
  words: string
  schoolId: string | null
  answeredAt: string
  answeredBy: string
  takenDownAt: string | null
}
export type ForumAnswer = Selectable<ForumAnswerTable>

export interface ForumTakeUpTable {
  id: string
  postId: string
  networkId: string
  schoolId: string
  how: Way
  words: Generated<string>
  takenAt: string
  takenBy: string
  /** The day after which it is asked, once, what came of it; null once it is settled. */
  askAfter: string | null
  cameOf: Outcome | null
  cameOfWords: Generated<string>
  cameOfAt: string | null
  wavedAwayAt: string | null
  mayTellAt: string | null
}
export type ForumTakeUp = Selectable<ForumTakeUpTable>

export interface ForumJoinTable {
  id: string
  postId: string
  personId: string
  schoolId: string | null
  joinedAt: string
  state: 'coming' | 'waiting'
}
export type ForumJoin = Selectable<ForumJoinTable>

interface About {
  /** A post, or one of its answers. */
  aboutId: string
  postId: string
  personId: string
}

export interface ForumTopicTable {
  id: string
  networkId: string
  postId: string
  minutes: number
  meetingId: string | null
  chosenAt: string
  chosenBy: string
  talkedAt: string | null
  putBackAt: string | null
}
export type ForumTopic = Selectable<ForumTopicTable>

export interface ForumReaderTable {
  id: string
  networkId: string
  personId: string
  fromDay: string
  untilDay: string
  invitedAt: string
  invitedBy: string
  endedAt: string | null
  endedBy: string | null
}
export type ForumReader = Selectable<ForumReaderTable>

declare module '../database.js' {
  interface Tables {
    forumPosts: ForumPostTable
    forumFiles: ForumFileTable
    forumAnswers: ForumAnswerTable
    forumTakeUps: ForumTakeUpTable
    forumJoins: ForumJoinTable
    forumThanks: About & { thankedAt: string }
    forumSupports: About & { supportedAt: string }
    forumFollows: About & { followedAt: string }
    forumTopics: ForumTopicTable
    forumReaders: ForumReaderTable
  }
}
