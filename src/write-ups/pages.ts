import type { CiteKeys } from '../knowledge/citing/cite-keys.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { TextInPlace } from '../texts/pages.js'
import type { FormState } from '../web/read.js'

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

export interface AuthorsPage {
  head: EnquiryHead
  back: string
  address: string
  /** Who might be named besides, and why. */
  notNamed: { name: string; because: string }[]
  /** Who is named and has left. */
  gone: string[]
  schools: { value: string; text: string }[]
  form: FormState
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
    'write-ups/part': PartPage
    'write-ups/earlier': EarlierWordsPage
    'write-ups/title': TitlePage
    'write-ups/authors': AuthorsPage
    'write-ups/confirm': ConfirmWriteUpPage
  }
}
