import type { PictureInSizes } from '../files/pictures/sizes.js'
import type { PageMeta } from '../web/showing/page-meta.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { TakeAway } from '../publishing/taking-away/taking-away.js'
import type { ShownDocument } from '../publishing/taking-away/shown-document.js'
import type { Recognised } from './anonymous/recognised.js'
import type { Citations } from './citing.js'
import type { ComparedPart } from '../publishing/comparing/comparing.js'
import type { Shelves, ShelvedWork } from './library.js'

export interface Cover extends PictureInSizes {
  alt: string
}

export interface LibraryPage {
  title: string
  meta: PageMeta
  page: PageOf<ShelvedWork & { cover: Cover | null }>
  words: string
  fields: { name: string; label: string; value: string; options: { value: string; text: string }[] }[]
  filtered: boolean
}

export interface BrowsePage {
  title: string
  meta: PageMeta
  shelves: Shelves
  questions: { question: string; href: string; network: string }[]
}

export interface EditionLine {
  number: number
  href: string
  publishedAt: string
  reason: string
  current: boolean
  withdrawn: { at: string; because: string } | null
}

export interface EditionPage {
  title: string
  meta: PageMeta
  document: ShownDocument
  number: number
  publishedAt: string
  /** What this edition brought or corrected; empty for a first one. */
  reason: string
  /** Set where this is an earlier edition. */
  newer: { number: number; href: string; reason: string } | null
  editions: EditionLine[]
  compare: string | null
  takeAway: TakeAway
  /** Whether it has short forms too. */
  short: boolean
  /** What others may do with it; null where its network had not said. */
  licence: { name: string; address: string } | null
  network: string
  cite: Citations
  citation: { bibtex: string; ris: string }
  gaps: number
  anonymous: string | null
  withdrawal: string | null
}

export interface ComparePage {
  title: string
  work: string
  address: string
  from: number
  to: number
  reason: string
  editions: EditionLine[]
  parts: ComparedPart[]
}

/** What is asked before an anonymous copy is made. */
export interface AnonymousAskedPage {
  title: string
  recognised: Recognised[]
  address: string
  edition: number
  also: string
  form: FormState
}

export interface AnonymousPage {
  title: string
  document: ShownDocument
  instead: string[]
  pictures: number
  address: string
  edition: number
  /** What its author answered before it was made, and where they can answer anew. */
  answers: { field: string; answer: string }[]
  again: string
  /** What is taken out by hand. */
  form: FormState
  pdf: string
}

export interface WithdrawnPage {
  title: string
  meta: PageMeta
  kind: string
  number: number
  publishedAt: string
  withdrawnAt: string
  because: string
  network: string
  newer: { number: number; href: string } | null
}

export interface WithdrawingPage {
  title: string
  work: string
  editions: number
  address: string
  back: string
  form: FormState
}

declare module '../web/show.js' {
  interface Pages {
    'published/index': LibraryPage
    'published/browse': BrowsePage
    'published/edition': EditionPage
    'published/compare': ComparePage
    'published/anonymous': AnonymousPage
    'published/anonymous-asked': AnonymousAskedPage
    'published/withdrawn': WithdrawnPage
    'published/withdrawing': WithdrawingPage
  }
}
