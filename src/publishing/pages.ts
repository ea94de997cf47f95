import type { PictureInSizes } from '../files/pictures/sizes.js'
import type { NotShared } from '../instruments/measures/not-shared.js'
import type { GivesAway } from './checking/what-gives-away.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { Thread } from '../enquiries/comments/thread-shown.js'
import type { FormState } from '../web/read.js'
import type { PartShown } from '../write-ups/pages.js'
import type { PieceCard } from '../evidence/listing/cards.js'
import type { ComparedPart } from './comparing/comparing.js'
import type { WeakClaim } from './submitting/weak-claims.js'
import type { Stop, StopKind } from './checking/what-is-checked.js'
import type { ShownDocument } from './taking-away/shown-document.js'
import type { TakeAway } from './taking-away/taking-away.js'

/** A submission that waits, or how the last one was answered. */
export interface SubmissionShown {
  id: string
  address: string
  submittedAt: string
  submittedBy: string
  reason: string
  returned?: { at: string; by: string; because: string }
}

export interface EditionShown {
  number: number
  address: string
  publishedAt: string
  reason: string
  withdrawn?: { at: string; because: string }
}

/** Before it is begun; and for those who read only what was submitted and published. */
export interface BeginWriteUpPage {
  head: EnquiryHead
  address: string
  may: { write: boolean; answer: boolean }
  waiting: SubmissionShown | null
  /** How the last one was returned, for those who answer submissions. */
  last: SubmissionShown | null
  editions: EditionShown[]
  gaps: number
}

export interface WriteUpPage {
  head: EnquiryHead
  /** Address of the write-up itself: `/write-ups/<id>`. */
  address: string
  writeUpTitle: string
  /** `By Nia Prŷs and Sam Rees. Ysgol y Bryn.` */
  byLine: string
  pdf: string
  parts: PartShown[]
  leftOut: PartShown[]
  /** The list of the works that it cites; without any, its HTML is empty. */
  references: { heading: string; html: string; all: boolean; address: string }
  stops: number
  /** How many of each kind. */
  stopped: { kind: StopKind; name: string; count: number }[]
  /** What may tell which school stands behind a pseudonym. */
  givesAway: Omit<GivesAway, 'written'>[]
  /** What was measured and is not in it. */
  notShared: NotShared[]
  waiting: SubmissionShown | null
  last: SubmissionShown | null
  editions: EditionShown[]
  /** The newest edition that is out, and whether the draft says something else since. */
  published: (EditionShown & { changed: boolean }) | null
  gaps: number
  thread: Thread
  /** Of the draft; of the edition where nothing has changed since. */
  takeAway: TakeAway
  may: { write: boolean; submit: boolean; takeBack: boolean }
}

/** A piece that may not go out, as a line to tick. */
export interface PieceToMend {
  id: string
  number: string
  /** Empty, as all that follows, where nothing of it may be told but its number. */
  title: string
  words: string
  facts: string
  because: string[]
  href: string | null
  consent: string | null
  asked: { at: string; by: string; because: string | null } | null
}

export interface CheckPage {
  head: EnquiryHead
  address: string
  back: string
  /** Everything that stands in the way, whatever is shown. */
  total: number
  kind: StopKind | ''
  kinds: { kind: StopKind; name: string; count: number }[]
  /** What was measured and is not in it. */
  notShared: NotShared[]
  share: PieceToMend[]
  nobody: PieceToMend[]
  agreed: PieceToMend[]
  look: PieceToMend[]
  gone: PieceToMend[]
  /** By their authors. */
  ask: { id: string; name: string; pieces: PieceToMend[] }[]
  asked: { id: string; name: string; pieces: PieceToMend[] }[]
  pictures: {
    field: string
    number: string
    title: string
    picture: PictureInSizes
    value: string
  }[]
  names: { words: string; at: string; look: string }[]
  others: Stop[]
  leftOut: { id: string; number: string; title: string }[]
  /** Where it is submitted, for whoever may. */
  submit: string | null
  form: FormState
  may: { mend: boolean }
}

/** What an author is asked to let out. */
export interface AskedPage {
  head: EnquiryHead
  address: string
  writeUpTitle: string
  askedBy: string[]
  askedAt: string | null
  pieces: {
    card: PieceCard
    because: string[]
    ticked: boolean
    /** It can be said here that nobody is seen in it. */
    mayBeNobody: boolean
    nobody: boolean
    consent: string
  }[]
  form: FormState
}

export interface PreviewPage {
  head: EnquiryHead
  back: string
  pdf: string
  document: ShownDocument
  thread: Thread
}

/** A short form as a page: a summary, a poster, slides. */
export interface HandoutPage {
  head: EnquiryHead | null
  back: { href: string; text: string }
  document: ShownDocument
  /** `Edition 2, 5 March 2027`, or that it is a draft. */
  version: string
  takeAway: TakeAway
  form: string
}

export interface SubmittingPage {
  head: EnquiryHead
  back: string
  address: string
  check: string
  stops: number
  edition: number
  approvers: string[]
  /** Who is named as having written it, and who is not. */
  named: NamedShown
  /** Claims that a reader would ask about first; nothing stops them. */
  weak: WeakClaim[]
  form: FormState
}

/** Authors and schools as the next edition would name them, and what would be different. */
export interface NamedShown {
  authors: string[]
  schools: string[]
  notNamed: { name: string; because: string }[]
  gone: string[]
  /** Beside the edition that is out: who comes, and who goes; empty for a first edition. */
  came: string[]
  went: string[]
  change: string
}

/** What waits for an answer, beside the edition that is out. */
export interface ComparisonPage {
  head: EnquiryHead
  back: string
  edition: number
  before: number
  reason: string
  parts: ComparedPart[]
  /** Which of the parts holds what is recommended; -1 where none does. */
  recommendations: number
  /** Authors and schools that only one of the two names. */
  named: { came: string[]; went: string[] }
  came: string[]
  went: string[]
}

export interface SubmissionPage {
  head: EnquiryHead
  /** Where it stands beside the edition that is out; null for a first edition. */
  compare: string | null
  address: string
  back: string
  pdf: string
  submission: SubmissionShown & { hash: string }
  weak: WeakClaim[]
  document: ShownDocument
  stops: Stop[]
  edition: number
  form: FormState
  thread: Thread
  own: boolean
  /** They wrote on it, so that they are no second person to it. */
  wrote: boolean
  may: { approve: boolean; return: boolean; takeBack: boolean }
}

declare module '../web/show.js' {
  interface Pages {
    'publishing/begin': BeginWriteUpPage
    'publishing/write-up': WriteUpPage
    'publishing/preview': PreviewPage
    'publishing/check': CheckPage
    'publishing/asked': AskedPage
    'publishing/handout': HandoutPage
    'publishing/submitting': SubmittingPage
    'publishing/submission': SubmissionPage
    'publishing/comparison': ComparisonPage
  }
}
