import type { EnquiryHead } from '../enquiries/head.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { KeyLine } from './store.js'

interface OnePage {
  title: string
  breadcrumbs: Crumb[]
}

export interface KeysOfGroupPage extends OnePage {
  head: EnquiryHead
  address: string
  keys: {
    school: string
    owner: string
    madeAt: string
    href: string | null
    /** What is true of it when its owner has left. */
    waits: string | null
    /** Where the school's data lead is named, as long as it has none. */
    namedAt: string | null
  }[]
  /** The school whose key the reader can make. */
  make: string | null
  form: FormState
}

export interface OwnKeysPage extends OnePage {
  keys: { school: string; group: string; owner: string; href: string }[]
}

export interface KeyPage extends OnePage {
  school: string
  group: string
  owner: string
  address: string
  form: FormState
  /** It has no passphrase yet: the one that is typed now becomes it. */
  first: boolean
  /** What is true of it when its owner has left the group or the school. */
  ownerGone: string | null
  /** Null as long as the key is closed to the reader: then the page asks why it is to be opened. */
  lines: KeyLine[] | null
  openings: { name: string; at: string; because: string }[]
  may: { handOn: boolean; takeOver: boolean }
}

export interface KeyHandoverPage extends OnePage {
  school: string
  group: string
  owner: string
  address: string
  possible: { value: string; text: string }[]
  dataLeads: string[]
  heads: string[]
  form: FormState
  /** What the reader has asked a second person for, and how far it has come. */
  takeover: { is: 'asked' | 'waits' | 'ready'; address: string; from: string | null } | null
  may: { handOn: boolean; takeOver: boolean }
}

/** A form that waits to be saved, or to show what was saved to others, because a name stands in its words. */
export interface NoticedPage {
  title: string
  address: string
  names: { words: string; instead: string; around: { before: string; after: string } }[]
  /** Everything that was sent, to be sent again. */
  fields: { name: string; value: string }[]
  may: { letBe: boolean }
  /** Where it waits to leave the group: the page on which its words are changed, and whether they can be written anew here. */
  leaves: { page: string; reworded: boolean } | null
}

declare module '../web/show.js' {
  interface Pages {
    'keys/of-group': KeysOfGroupPage
    'keys/own': OwnKeysPage
    'keys/key': KeyPage
    'keys/noticed': NoticedPage
    'keys/handover': KeyHandoverPage
    'keys/erasing': OnePage & { school: string; group: string; address: string; back: string }
  }
}
