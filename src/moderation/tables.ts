import type { Generated, Selectable } from 'kysely'
import type { InThePicture } from '../reach/audiences.js'

export interface ModerationRoundTable {
  id: string
  networkId: string
  title: string
  about: Generated<string>
  /** Prepares it, opens it when all have judged, and leads the talk. */
  leaderId: string
  judgeBy: string
  madeAt: string
  madeBy: string
  /** From then on each judges alone. */
  begunAt: string | null
  begunBy: string | null
  /** From then on those who have judged a piece see what the others said of it. */
  openedAt: string | null
  openedBy: string | null
  finishedAt: string | null
  finishedBy: string | null
  sequence: Generated<number>
  changedAt: string
}
export type ModerationRound = Selectable<ModerationRoundTable>

export interface ModerationCriterionTable {
  id: string
  roundId: string
  position: number
  name: string
}
export type ModerationCriterion = Selectable<ModerationCriterionTable>

/** From 1, the lowest, upwards. */
export interface ModerationLevelTable {
  criterionId: string
  level: number
  name: string
  means: Generated<string>
}
export type ModerationLevel = Selectable<ModerationLevelTable>

export interface ModerationJudgeTable {
  roundId: string
  personId: string
  askedAt: string
  askedBy: string
  leftAt: string | null
  leavingWord: Generated<string>
}

/** Somebody who was not asked asks to judge. */
export interface ModerationWishTable {
  roundId: string
  personId: string
  word: Generated<string>
  askedAt: string
  answer: 'yes' | 'no' | null
  answeringWord: Generated<string>
  answeredAt: string | null
  answeredBy: string | null
}
export type ModerationWish = Selectable<ModerationWishTable>

/** Who may see a piece that was brought for the round: those who judge it, or, once it is agreed, the network. */
export const goings = ['judges', 'network'] as const
export type Going = (typeof goings)[number]

/**
 * Pupils’ work that is judged: a piece of evidence, read as far as it reaches, or one that was brought for the round with
 * what those in it agreed to.
 */
export interface ModerationPieceTable {
  id: string
  networkId: string
  roundId: string
  number: number
  evidenceId: string | null
  schoolId: string | null
  title: Generated<string>
  words: Generated<string>
  seen: Generated<InThePicture>
  givenBy: Generated<string>
  goesTo: Generated<Going>
  /** The last day on which it may be shown. */
  endsOn: string | null
  /** Why the agreed judgement is what it is, as it was written together. */
  reason: Generated<string>
  agreedAt: string | null
  agreedBy: string | null
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
  removedBecause: Generated<string>
}
export type ModerationPiece = Selectable<ModerationPieceTable>

export interface ModerationFileTable {
  pieceId: string
  fileId: string
  alt: Generated<string>
  position: number
}

export interface ModerationJudgementTable {
  id: string
  pieceId: string
  personId: string
  because: Generated<string>
  givenAt: string
}
export type ModerationJudgement = Selectable<ModerationJudgementTable>

export interface ModerationMarkTable {
  judgementId: string
  criterionId: string
  level: number
}

export interface ModerationAgreementTable {
  pieceId: string
  criterionId: string
  level: number
}

declare module '../database.js' {
  interface Tables {
    moderationRounds: ModerationRoundTable
    moderationCriteria: ModerationCriterionTable
    moderationLevels: ModerationLevelTable
    moderationJudges: ModerationJudgeTable
    moderationWishes: ModerationWishTable
    moderationPieces: ModerationPieceTable
    moderationFiles: ModerationFileTable
    moderationJudgements: ModerationJudgementTable
    moderationMarks: ModerationMarkTable
    moderationAgreements: ModerationAgreementTable
  }
}
