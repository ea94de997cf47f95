import type { CiteKeys } from '../knowledge/cite-keys.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { Thread } from '../enquiries/thread.js'
import type { TextInPlace } from '../texts/pages.js'
import type { FormState } from '../web/read.js'
import type { Stop } from './publication-check.js'
import type { ShownDocument } from './shown-document.js'
import type { TakeAway } from './taking-away.js'

/** A part on the group's write-up page. */
export interface PartShown {
  id: string
  anchor: string
  heading: string
  holds: string
  html: string
  /** Made by itself, so that there is nothing to edit. */
  automatic: boolean
  edited: boolean
  composedAt: string
  savedAt: string | null
  savedBy: string
  address: string
}

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
  pdf: string
  parts: PartShown[]
  leftOut: PartShown[]
  /** The list of the works that it cites; without any, its HTML is empty. */
  references: { heading: string; html: string; all: boolean; address: string }
  stops: Stop[]
  waiting: SubmissionShown | null
  last: SubmissionShown | null
  editions: EditionShown[]
  gaps: number
  thread: Thread
  takeAway: TakeAway
  may: { write: boolean; submit: boolean; takeBack: boolean }
}

export interface PartPage {
  head: EnquiryHead
  back: string
  part: PartShown
  text: TextInPlace
  preview: string
  previewAddress: string
  cites: CiteKeys
  pieces: {
    number: string
    title: string
    facts: string
    hasWords: boolean
    hasPicture: boolean
    passages: { number: number; words: string }[]
  }[]
  earlier: number
  form: FormState
  may: { write: boolean }
}

export interface EarlierWordsPage {
  head: EnquiryHead
  back: string
  heading: string
  versions: { version: number; savedAt: string; savedBy: string; body: string }[]
}

export interface TitlePage {
  head: EnquiryHead
  back: string
  address: string
  form: FormState
}

export interface PreviewPage {
  head: EnquiryHead
  back: string
  pdf: string
  facilitator: boolean
  document: ShownDocument
  thread: Thread
}

/** A short form as a page: a summary, a poster, slides. */
export interface HandoutPage {
  head: EnquiryHead | null
  back: { href: string; text: string }
  document: ShownDocument
  /** `Edition 2, 5 March 2027`, or that it is a draft. */
  standing: string
  takeAway: TakeAway
  form: string
}

export interface SubmittingPage {
  head: EnquiryHead
  back: string
  address: string
  stops: Stop[]
  edition: number
  approvers: string[]
  form: FormState
}

export interface SubmissionPage {
  head: EnquiryHead
  address: string
  back: string
  pdf: string
  submission: SubmissionShown & { hash: string }
  document: ShownDocument
  stops: Stop[]
  edition: number
  form: FormState
  thread: Thread
  own: boolean
  may: { approve: boolean; return: boolean; takeBack: boolean }
}

export interface ConfirmWriteUpPage {
  head: EnquiryHead
  confirm: {
    heading: string
    what: string[]
    who?: string[]
    undo?: string
    address: string
    button: string
    cancel: { href: string; text: string }
  }
}

declare module '../web/show.js' {
  interface Pages {
    'write-ups/begin': BeginWriteUpPage
    'write-ups/write-up': WriteUpPage
    'write-ups/part': PartPage
    'write-ups/earlier': EarlierWordsPage
    'write-ups/title': TitlePage
    'write-ups/preview': PreviewPage
    'write-ups/handout': HandoutPage
    'write-ups/submitting': SubmittingPage
    'write-ups/submission': SubmissionPage
    'write-ups/confirm': ConfirmWriteUpPage
  }
}
