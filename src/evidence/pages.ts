import type { EnquiryHead } from '../enquiries/head.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { EvidenceAs } from './listing/shown-as.js'
import type { PieceCard } from './listing/cards.js'

export interface OnePage {
  title: string
  breadcrumbs: Crumb[]
}

export interface Choice {
  value: string
  text: string
  hint?: string
}

export interface EvidenceIndexPage extends OnePage {
  head: EnquiryHead
  page: PageOf<PieceCard>
  filters: { name: string; label: string; value: string; options?: Choice[]; type?: string }[]
  shownAs: EvidenceAs
  /** Where another way of showing it is chosen; the list stays as it is narrowed and sorted. */
  showAs: string
  /** The filters that are on, each with the list without it. */
  chips: { text: string; href: string }[]
  sorts: { text: string; href: string; current: boolean }[]
  isFiltered: boolean
  /** Where the same list is a file. */
  csv: string
  /** Where the group takes a copy of it with its files; for the group itself. */
  copies: string | null
  address: string
  /** What can be done to those that are ticked, for those in the group. */
  together: {
    address: string
    /** Every box of the page is ticked. */
    ticked: boolean
    tickPage: string
    fields: { name: string; value: string }[]
    choices: { label: string; options: Choice[] }[]
  } | null
  may: { log: boolean }
}

/** Several pieces, and what may be done to them at once. */
export interface TogetherPage extends OnePage {
  head: EnquiryHead
  address: string
  back: string
  csv: string
  pieces: { card: PieceCard; because: string | null }[]
  /** How many more there would have been than can be acted on at once. */
  more: number
  most: number
  choices: { label: string; options: Choice[] }[]
  chosen: { value: string; text: string; free: number } | null
  form: FormState
}

interface PieceLine {
  number: string
  title: string
  href: string
}

export interface DoneTogetherPage extends OnePage {
  head: EnquiryHead
  back: string
  said: string
  count: number
  done: PieceLine[]
  left: (PieceLine & { because: string })[]
  undoneAt: string | null
  undo: string | null
}

/** What the logging form and the box on Your day both need. */
export interface LoggingFields {
  form: FormState
  capture: string
  /** Endings that may come in, for the file fields. */
  accept: string
  most: number
}

export interface NewEvidencePage extends OnePage, LoggingFields {
  head: EnquiryHead
  groupId: string
  groupName: string
  address: string
  back: string
  kinds: Choice[]
  stages: Choice[]
  speakers: Choice[]
  schools: Choice[]
  audiences: Choice[]
  safeguarding: string | null
  latest: string
}

export interface RevisingPage extends OnePage {
  number: string
  address: string
  back: string
  form: FormState
  kinds: Choice[]
  stages: Choice[]
  speakers: Choice[]
  schools: Choice[]
  latest: string
  /** What somebody else saved meanwhile. */
  theirs: { title: string; whatWeSaw: string; kind: string; gatheredOn: string; version: number } | null
  /** Said above the form, such as that the files are safe already. */
  note: string | null
}

/** What happens, before a rare act (views/shared/_confirm.ejs). */
export interface ConfirmPage extends OnePage {
  confirm: {
    heading: string
    what: string[]
    who?: string[]
    undo?: string
    address: string
    button: string
    danger?: boolean
    cancel: Crumb
    form?: FormState
    reason?: { name: string; label: string; hint?: string }
  }
}

/** Newest pieces and counts on the pages of a stage (views/evidence/_on-stage.ejs). */
export interface OnStage {
  heading: string
  pieces: PieceCard[]
  total: number
  all: string
  log: string | null
  byKind: { name: string; count: number }[]
  bySchool: { name: string; count: number }[]
}

declare module '../web/show.js' {
  interface Pages {
    'evidence/index': EvidenceIndexPage
    'evidence/new': NewEvidencePage
    'evidence/together': TogetherPage
    'evidence/done-together': DoneTogetherPage
    'evidence/edit': RevisingPage
    'evidence/confirm': ConfirmPage
  }
}
