import type { NetworkHead } from '../networks/head.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { Crumb } from '../web/crumb.js'
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
  sessions: (SessionInProgramme & {
    /** Where the group that leads it writes its abstract, for those in the group. */
    abstract: string | null
  })[]
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
  /** Somebody who reads nothing of the conference but this. */
  asGuest: boolean
  head: NetworkHead
  address: string
  document: ShownDocument
}

/** A group's words in the booklet, where they are written. */
export interface AbstractPage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  address: string
  back: string
  conference: string
  /** Whether governors and facilitators read it too. */
  guests: boolean
  form: FormState
}

declare module '../web/show.js' {
  interface Pages {
    'conferences/index': ConferencesPage
    'conferences/edit': ConferenceEditPage
    'conferences/show': ConferencePage
    'conferences/session-edit': SessionEditPage
    'conferences/booklet': BookletPage
    'conferences/abstract': AbstractPage
  }
}
