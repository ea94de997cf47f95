import type { Stands } from '../../../reviews/tables.js'

/** A review of the demo: who was asked, what they said in the middle, and what was chosen. */
export interface ReviewMaterial {
  key: string
  instrument: string
  title: string
  why: string
  company: string
  by: string
  theme?: string
  /** The key of the round that it asks again. */
  follows?: string
  opened: string
  answerBy: string
  closed?: string
  asked: string[]
  outsiders?: { id: string; stands: Stands }[]
  /** Who answers; the others do not get round to it. */
  answers: string[]
  /** Where the answers to each statement lie, from 1 to 4; each person stands a little above or below. */
  middle: Record<string, number>
  /** How much each matters. */
  matters?: Record<string, number>
  chosenPhase?: Record<string, string>
  places?: Record<string, string>
  said: { by: string; item: string; words: string; quietly?: true }[]
  talk?: { on: string; where: string }
  told?: string[]
  chosen?: {
    item: string | null
    what: string
    on: string
    action?: { doing: string; owner: string; dueOn: string }
    question?: string
    done?: { on: string; by: string; cameOfIt: string }
  }[]
}
