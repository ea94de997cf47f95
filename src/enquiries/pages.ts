import type { Compared } from './cycles/between-cycles.js'
import type { Citations } from '../documents/citations.js'
import type { HistoryLine } from '../groups/history.js'
import type { InGroup } from '../groups/people.js'
import type { PageOf } from '../web/page-of.js'
import type { Stage } from '../stages.js'
import type { TextInPlace } from '../texts/pages.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { EnquiryHead } from './head.js'
import type { CardOfSchool } from './records/records.js'
import type { NewsOfPlace } from './news/news.js'
import type { ShownPart, StageNeed } from './stages/stage-parts.js'
import type { Expertise, SuccessSign } from './tables.js'
import type { Thread } from './comments/thread-shown.js'

export interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface GroupHomePage extends OfAGroup {
  why: string
  theme: string | null
  themeHref: string | null
  people: InGroup[]
  schools: { id: string; name: string }[]
  /** The one next step, for those who can take it. */
  next: { text: string; href: string; action: string } | null
  waiting: { text: string; href: string; action: string }[]
  /** What comes before everything else on it. */
  first: ShownPart[]
  /** What others did here since the reader was here last. */
  news: NewsOfPlace | null
  /** What “Mark all as seen” sends. */
  seen: { group: string }
  parts: ShownPart[]
  /** What later rooms show of the group: its meetings, what it was given. */
  beside: { view: string; given: Record<string, unknown> }[]
  cycles: { cycle: number; question: string; finishedAt: string; href: string; comparison: string }[]
  latest: { at: string; name: string; did: string; because: string | null }[]
  joinLink: string | null
  /** For those who stand behind the group and work in the network: the way in. */
  joining: string | null
  /** For those outside the group: the stages whose text they may read. */
  shared: { href: string; text: string }[]
}

/** A text that the group writes in a stage, or that others read. */
export interface StageText {
  heading: string
  place: TextInPlace
}

export interface ContextRecords {
  cards: (CardOfSchool & { href: string; written: { label: string; body: string }[] })[]
  /** Schools that take part and have no card yet. */
  without: { id: string; name: string }[]
  expertise: (Expertise & { school: string | null })[]
  schools: { id: string; name: string }[]
}

export interface PurposeRecords {
  leverage: { test: string; name: string; asks: string; judgement: string | null; because: string }[]
  seen: string
  signs: SuccessSign[]
}

export interface StagePage extends OfAGroup {
  /** The works that its texts cite. */
  citations: Citations | undefined
  base: string
  stage: { key: Stage; name: string; question: string; asks: string; hints: string[] }
  /** Whether the group stands at this stage, or where else. */
  standsHere: boolean
  standsAt: string
  may: { write: boolean; revise: boolean }
  /** By field, in the order in which they are asked. */
  texts: Record<string, StageText>
  context: ContextRecords | null
  purpose: PurposeRecords | null
  /** For the group itself. */
  needs: StageNeed[] | null
  ready: boolean
  parts: ShownPart[]
  thread: Thread
  sharing: { shared: boolean; change: string | null } | null
  steps: { main: Link | null; back: Link | null }
  forms: Record<'expertise' | 'sign' | 'leverage', FormState>
  /** The form that was sent and needs mending. */
  mending: FormState
}

export interface Link {
  href: string
  text: string
}

export interface ContextCardPage extends OfAGroup {
  card: CardOfSchool
  texts: StageText[]
  may: { write: boolean }
  /** A school that has no card yet, for whoever may begin it at `begin`. */
  next: { id: string; name: string } | null
  begin: string
  address: string
  form: FormState
  stageHref: string
}

export interface QuestionPage extends OfAGroup {
  form: FormState
  address: string
  back: string
}

export interface MovePage extends OfAGroup {
  form: FormState
  address: string
  from: { key: Stage; name: string }
  to: { key: Stage; name: string } | null
  /** Where one may go back to, when no stage was chosen yet. */
  choices: { value: string; text: string }[]
  returning: boolean
  unmet: StageNeed[]
}

export interface FinishingPage extends OfAGroup {
  form: FormState
  address: string
  decisions: { value: string; text: string; hint: string }[]
  unmet: StageNeed[]
}

export interface NextCyclePage extends OfAGroup {
  form: FormState
  address: string
  cycle: number
  /** What may go along, each with its tick. */
  offers: { value: string; text: string; hint: string }[]
  /** What is the group's, and there in every cycle. */
  stays: { text: string; hint: string }[]
}

export interface ComparisonPage extends OfAGroup {
  before: CycleCompared
  after: CycleCompared
  parts: Compared[]
  /** Other pairs of cycles of this group. */
  others: Link[]
}

export interface CycleCompared {
  cycle: number
  href: string
  question: string
  began: string
  finished: string | null
  decision: string | null
  because: string | null
}

export interface CyclePage extends OfAGroup {
  began: string
  finished: string | null
  decision: string | null
  because: string | null
  moves: { from: string; to: string; returning: boolean; sentence: string; name: string; movedAt: string }[]
  made: { text: string; href: string }[]
  /** Beside the cycle before; null for the first. */
  comparison: string | null
  stages: { name: string; question: string; href: string }[]
}

/** A rare act of a group, confirmed on a page of its own (views/shared/_confirm.ejs). */
export interface ConfirmPage extends OfAGroup {
  confirm: {
    heading: string
    what: string[]
    who?: string[]
    undo?: string
    address: string
    button: string
    danger?: boolean
    cancel: Link
    hidden?: Record<string, string>
  }
}

export interface Filter {
  name: string
  label: string
  value: string
  options?: { value: string; text: string }[]
}

export interface HistoryPage extends OfAGroup {
  page: PageOf<HistoryLine>
  csv: string
  filters: Filter[]
}

export interface AnswerPage extends OfAGroup {
  by: string
  words: string
  form: FormState
  address: string
  back: string
}

declare module '../web/show.js' {
  interface Pages {
    'enquiries/home': GroupHomePage
    'enquiries/stage': StagePage
    'enquiries/context-card': ContextCardPage
    'enquiries/question': QuestionPage
    'enquiries/move': MovePage
    'enquiries/finishing': FinishingPage
    'enquiries/next-cycle': NextCyclePage
    'enquiries/cycle': CyclePage
    'enquiries/comparison': ComparisonPage
    'enquiries/confirm': ConfirmPage
    'enquiries/answer': AnswerPage
    'enquiries/history': HistoryPage
  }
}
