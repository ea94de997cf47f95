import type { NetworkHead } from '../networks/head.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Shown } from './findings/findings.js'

interface Option {
  value: string
  text: string
  hint?: string
}

interface Around {
  title: string
  head: NetworkHead
  /** The list of cases. */
  listAddress: string
}

export interface RequestInList {
  href: string
  number: string
  kind: string
  school: string
  due: string
  tone: 'waiting' | 'done' | null
  state: string
}

export interface RequestsPage extends Around {
  requests: PageOf<RequestInList>
  complaint: string
  may: { open: boolean }
}

export interface NewRequestPage extends Around {
  form: FormState
  kinds: Option[]
  schools: Option[]
  people: Option[]
  latest: string
}

export interface NewBreachPage extends Around {
  form: FormState
  schools: Option[]
  /** A leader of the network writes down what is of several schools, too. */
  leads: boolean
  latest: string
}

/** Something that is still to be done in a case, or is done. */
export interface Step {
  text: string
  done: string | null
}

export interface RequestPage extends Around {
  address: string
  number: string
  kind: 'access' | 'erasure' | 'complaint' | 'breach'
  kindName: string
  closed: string | null
  /** Its clock, in a sentence. */
  clock: string
  isLate: boolean
  /** Null for those who know of the case and no more. */
  facts: { key: string; value: string }[] | null
  steps: Step[]
  looking: { share: number; done: number; of: number } | null
  found: { total: number; places: { place: string; count: number }[] } | null
  pack: { href: string; until: string } | null
  erasure: { asked: string; by: string } | null
  outOfReach: string[]
  notes: { at: string; by: string; words: string }[]
  history: { at: string; by: string; says: string }[]
  forms: Record<'identity' | 'extension' | 'lookBy' | 'note' | 'closing' | 'breach', FormState>
  may: {
    work: boolean
    findings: boolean
    identity: boolean
    extend: boolean
    look: boolean
    pack: boolean
    erase: boolean
    confirm: boolean
    acknowledge: boolean
    close: boolean
    reopen: boolean
    breach: boolean
  }
}

export interface FindingsPage extends Around {
  address: string
  number: string
  isErasure: boolean
  findings: PageOf<Shown>
  back: string
  form: FormState
}

export interface ErasurePage extends Around {
  address: string
  number: string
  back: string
  findings: PageOf<Shown>
  numbers: { pieces: number; files: number; words: number; stay: number; codes: number }
  outOfReach: string[]
  asked: { at: string; by: string } | null
  may: { ask: boolean; confirm: boolean; refuse: boolean }
  form: FormState
}

export interface WhoReadPage extends Around {
  address: string
  back: string
  form: FormState
  latest: string
  rows: { name: string; did: string; day: string; times: number }[] | null
  since: string
}

export interface ComplaintPage {
  title: string
  network: string
  address: string
  schools: Option[]
  contacts: { school: string; contact: string }[]
  form: FormState
}

export interface ComplaintSentPage {
  title: string
  network: string
  by: string
}

export interface ComplaintsPage {
  title: string
  networks: { href: string; name: string }[]
}

declare module '../web/show.js' {
  interface Pages {
    'requests/index': RequestsPage
    'requests/new': NewRequestPage
    'requests/new-breach': NewBreachPage
    'requests/show': RequestPage
    'requests/findings': FindingsPage
    'requests/erasure': ErasurePage
    'requests/who-read': WhoReadPage
    'requests/complaint': ComplaintPage
    'requests/complaint-sent': ComplaintSentPage
    'requests/complaints': ComplaintsPage
  }
}
