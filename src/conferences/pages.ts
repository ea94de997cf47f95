import type { NetworkHead } from '../networks/head.js'
import type { FormState } from '../web/read.js'
import type { ShownDocument } from '../publishing/taking-away/shown-document.js'
import type { SessionInProgramme } from './conferences.js'
import type { Raised } from './raised/raised.js'
import type { Conference } from './tables.js'

export interface ConferencesPage {
  title: string
  head: NetworkHead
  address: string
  conferences: Conference[]
  may: { prepare: boolean }
}

export interface ConferenceEditPage {
  title: string
  head: NetworkHead
  address: string
  back: string
  form: FormState
}

export interface ConferencePage {
  title: string
  head: NetworkHead
  address: string
  conference: Conference
  sessions: SessionInProgramme[]
  groups: { value: string; text: string }[]
  form: FormState
  raised: (Raised & { mayLook: boolean })[]
  raise: FormState
  became: FormState
  may: { prepare: boolean }
}

export interface SessionEditPage {
  title: string
  head: NetworkHead
  address: string
  back: string
  groups: { value: string; text: string }[]
  form: FormState
}

export interface BookletPage {
  title: string
  head: NetworkHead
  address: string
  document: ShownDocument
}

declare module '../web/show.js' {
  interface Pages {
    'conferences/index': ConferencesPage
    'conferences/edit': ConferenceEditPage
    'conferences/show': ConferencePage
    'conferences/session-edit': SessionEditPage
    'conferences/booklet': BookletPage
  }
}
