import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { ShownDocument } from '../write-ups/shown-document.js'
import type { Work } from './library.js'

export interface LibraryPage {
  title: string
  page: PageOf<Work>
  fields: { name: string; label: string; value: string; options?: { value: string; text: string }[]; type?: string }[]
  filtered: boolean
}

export interface EditionLine {
  number: number
  href: string
  publishedAt: string
  reason: string
  current: boolean
}

export interface EditionPage {
  title: string
  document: ShownDocument
  number: number
  publishedAt: string
  /** Set where this is an earlier edition. */
  newer: { number: number; href: string; reason: string } | null
  editions: EditionLine[]
  pdf: string
  network: string
  cite: string
  gaps: number
  withdrawal: string | null
}

export interface WithdrawnPage {
  title: string
  kind: string
  withdrawnAt: string
  because: string
  network: string
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
    'published/edition': EditionPage
    'published/withdrawn': WithdrawnPage
    'published/withdrawing': WithdrawingPage
  }
}
