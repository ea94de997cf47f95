import type { Generated, Selectable } from 'kysely'

/** How somebody stands towards those whom a round is about: one of them, a neighbour, or somebody who helps them from outside. */
export type Stands = 'self' | 'peer' | 'facilitator'

/** An instrument that a network has made, or made its own. */
export interface ReviewInstrumentTable {
  id: string
  networkId: string
  /** The instrument that it was made from. */
  basedOn: string | null
  name: string
  about: Generated<string>
  /** JSON of string[]. */
  steps: string
  matters: string
  /** JSON of InstrumentPart[] (src/reviews/instruments/instrument.ts). */
  parts: string
  madeAt: string
  madeBy: string
  changedAt: string
  changedBy: string
  retiredAt: string | null
  retiredBy: string | null
}
export type ReviewInstrument = Selectable<ReviewInstrumentTable>

export interface ReviewRoundTable {
  id: string
  networkId: string
  /** Where a co-leader asks the people of their theme. */
  themeId: string | null
  instrumentId: string
  /** As it was asked: JSON of Instrument. */
  instrument: string
  title: string
  /** Who is asked, in words. */
  company: Generated<string>
  why: Generated<string>
  answerBy: string
  begunAt: string
  begunBy: string
  openedAt: string | null
  openedBy: string | null
  remindedAt: string | null
  remindedBy: string | null
  closedAt: string | null
  closedBy: string | null
  /** By it people find their own answers while the round is open; gone when it is closed. */
  linkSecret: string | null
  /** What is shown of it, once it is closed: JSON of Outcome (rounds/outcome.ts). */
  outcome: string | null
  /** The round that it asks again. */
  follows: string | null
  /** When and where they talk about it. */
  talkOn: string | null
  talkWhere: Generated<string>
  /** The meeting at which they talk about it. */
  meetingId: string | null
  changedAt: string
  changes: Generated<number>
}
export type ReviewRound = Selectable<ReviewRoundTable>

/** Who is asked, and whether they have answered; never when, and never what. */
export interface ReviewAskedTable {
  roundId: string
  personId: string
  stands: Stands
  answered: 'begun' | 'done' | null
}

/** Somebody outside without an account, who is asked by a link of their own; and whether they have answered, never when. */
export interface ReviewLinkTable {
  id: string
  roundId: string
  email: string
  name: Generated<string>
  stands: Stands
  answered: 'done' | null
}
export type ReviewLink = Selectable<ReviewLinkTable>

/** One person's answers. Nothing says whose they are or when they came (docs/decisions/who-said-what-in-a-review.md). */
export interface ReviewAnswerTable {
  id: string
  roundId: string
  stands: Stands
  /** JSON: by the keys of what is asked. */
  answers: string
}

/** Another network on the square, for whoever placed it alone. */
export interface ReviewPrivatePlaceTable {
  id: string
  roundId: string
  personId: string
  called: string
  across: number
  up: number
}

/** What they chose to work on. */
export interface ReviewChosenTable {
  id: string
  roundId: string
  networkId: string
  /** The statement that it came from. */
  itemId: string | null
  what: string
  /** What became of it. */
  into: 'action' | 'question' | 'project' | null
  doing: Generated<string>
  ownerId: string | null
  dueOn: string | null
  /** Where the question or project stands. */
  address: string | null
  chosenAt: string
  chosenBy: string
  doneAt: string | null
  doneBy: string | null
  cameOfIt: Generated<string>
  letGoAt: string | null
  letGoBy: string | null
  changedAt: string
  changes: Generated<number>
}
export type ReviewChosen = Selectable<ReviewChosenTable>

/** What of a spread the network's report tells. */
export interface ReviewToldTable {
  roundId: string
  itemId: string
  toldAt: string
  toldBy: string
}

declare module '../database.js' {
  interface Tables {
    reviewInstruments: ReviewInstrumentTable
    reviewRounds: ReviewRoundTable
    reviewAsked: ReviewAskedTable
    reviewLinks: ReviewLinkTable
    reviewAnswers: ReviewAnswerTable
    reviewPrivatePlaces: ReviewPrivatePlaceTable
    reviewChosen: ReviewChosenTable
    reviewTold: ReviewToldTable
  }
}
