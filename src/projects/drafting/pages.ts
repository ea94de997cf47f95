import type { ShownDocument } from '../../publishing/taking-away/shown-document.js'
import type { ComparedPart } from '../../publishing/comparing/comparing.js'
import type { Thread } from '../../enquiries/comments/thread-shown.js'
import type { NetworkHead } from '../../networks/head.js'
import type { TextInPlace } from '../../texts/pages.js'
import type { FormState } from '../../web/read.js'
import type { Choice } from '../pages.js'

interface OnText {
  title: string
  head: NetworkHead
  /** The project, and where it stands. */
  over: { text: string; href: string }
}

export interface IssueShown {
  href: string
  name: string
  agreedOn: string
  keptAt: string
  by: string
}

export interface HomeShown {
  school: string
  href: string
  /** What it says of its own version; empty where it has not shared it. */
  changed: string
  because: string
  shared: boolean
}

export interface TextNewPage extends OnText {
  address: string
  back: string
  form: FormState
  people: Choice[]
}

export interface TextPage extends OnText {
  address: string
  about: string
  writers: string[]
  /** The words: to be written in, or to be read as they stand; null for those who read agreed issues only. */
  text: TextInPlace | null
  reading: string | null
  issues: IssueShown[]
  homes: HomeShown[]
  /** The issue to take home, and the schools that have not. */
  take: { issue: string; name: string; schools: { id: string; name: string }[] } | null
  /** @field newer the name of the issue that was agreed since they took it home; empty where there is none */
  own: { href: string; name: string; newer: string }[]
  thread: Thread | null
  people: Choice[]
  chosen: string[]
  form: FormState
  may: { write: boolean; keep: boolean; choose: boolean }
}

export interface IssuePage extends OnText {
  address: string
  back: string
  document: ShownDocument
}

export interface ConfirmPage {
  title: string
  head: NetworkHead
  confirm: {
    heading: string
    what: string[]
    address: string
    button: string
    cancel: { href: string; text: string }
  }
}

export interface HomePage extends OnText {
  address: string
  back: string
  school: string
  from: { href: string; name: string; agreedOn: string }
  /** A newer agreed issue whose words can be brought in. */
  /** @field parts what is different in it from the issue that was taken home */
  newer: { number: number; name: string; agreedOn: string; parts: ComparedPart[] } | null
  text: TextInPlace | null
  document: ShownDocument | null
  changed: string
  because: string
  shared: boolean
  parts: ComparedPart[]
  form: FormState
  may: { write: boolean }
}

declare module '../../web/show.js' {
  interface Pages {
    'projects/text-new': TextNewPage
    'projects/text': TextPage
    'projects/issue': IssuePage
    'projects/home': HomePage
    'projects/confirm': ConfirmPage
  }
}
