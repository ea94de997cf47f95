import type { WhatIsRead } from '../../files/reading/what-is-read.js'
import type { FormState } from '../../web/read.js'
import type { Choice, OfAGroup } from '../pages.js'

export interface BringingInPage extends OfAGroup {
  form: FormState
  read: WhatIsRead[]
  address: string
  back: string
}

export interface BroughtPreviewPage extends OfAGroup {
  name: string
  /** `a project from QualCoder` */
  what: string
  form: FormState
  fresh: { name: string; under: string; calledThere: string | null }[]
  known: string[]
  texts: { name: string; words: number; passages: number; isPdf: boolean }[]
  notes: number
  memos: number
  losses: string[]
  audiences: Choice[]
  address: string
  back: string
  nothing: boolean
}

declare module '../../web/show.js' {
  interface Pages {
    'coding/bring-in': BringingInPage
    'coding/brought-preview': BroughtPreviewPage
  }
}
