import type { Saved } from './texts.js'

export interface TextInPlace {
  address: string
  field: string
  label: string
  hint?: string
  body: string
  version: number
  rows?: number
  /** When and by whom it was saved last, in words; empty before that. */
  saved?: string
}

export interface BothTextsPage {
  title: string
  label: string
  address: string
  back: string
  theirs: Saved & { by: string }
  mine: string
}

declare module '../web/show.js' {
  interface Pages {
    'texts/both': BothTextsPage
  }
}
