import type { ChartOnPage } from '../../charts/draw.js'
import type { FormState } from '../../web/read.js'
import type { QuestionWithChoices, Choice, OfAGroup } from '../pages.js'
import type { Spread } from './spread.js'
import type { ItemInTwo } from './two-rounds.js'

export interface QuestionnairePage extends OfAGroup {
  questionnaire: { id: string; name: string; endsOn: string; closedAt: string | null; over: boolean }
  /** Asking colleagues of these schools by letter; `mails` is false where letters do not leave the house. */
  letters: { mails: boolean; schools: Choice[]; askedAt: string | null; next: string | null }
  address: string
  /** Where colleagues who are signed in answer. */
  colleagues: string
  /** How many answered; 0 while it is open and below five. */
  answers: number
  spread: (Spread & { chart: ChartOnPage | null })[]
  evidence: string | null
  /** Shown once, when they have just been made. */
  links: string[]
  form: FormState
  may: { use: boolean; reopen: boolean }
}

/** Two rounds of one questionnaire, question by question. */
export interface RoundsPage extends OfAGroup {
  name: string
  address: string
  before: RoundNamed
  after: RoundNamed
  items: ItemInTwo[]
  form: FormState
  /** Every round that tells something, to choose two from; fewer than three leave nothing to choose. */
  choices: Choice[]
}

export interface RoundNamed {
  label: string
  href: string
  answers: number
}

/** Before a closed questionnaire is opened again. */
export interface ReopeningPage extends OfAGroup {
  name: string
  address: string
  /** What its first closing became. */
  evidence: string | null
  form: FormState
}

/** Before a questionnaire is closed (views/shared/_confirm.ejs). */
export interface ClosingPage extends OfAGroup {
  confirm: object
}

export interface AnswerPage {
  title: string
  name: string
  purpose: string
  endsOn: string
  state: 'open' | 'over' | 'used' | 'here' | 'thanks'
  /** Somebody else answers in a browser that has answered. */
  another: boolean
  /** What came too late: shown once more to whoever wrote it, and kept nowhere. */
  late: { asked: string; said: string }[]
  address: string
  form: FormState
  questions: QuestionWithChoices[]
  safeguarding: string | null
}

declare module '../../web/show.js' {
  interface Pages {
    'instruments/questionnaire': QuestionnairePage
    'instruments/rounds': RoundsPage
    'instruments/closing': ClosingPage
    'instruments/reopening': ReopeningPage
    'instruments/answer': AnswerPage
  }
}
