import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { Offer } from './handing-over.js'
import type { InGroup } from './people.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  address: string
  /** The page that this one came from. */
  back: string
}

export interface DetailsPage extends OfAGroup {
  form: FormState
  themes: { value: string; text: string }[]
}

export interface HandoverPage extends OfAGroup {
  /** Whoever reads it leads the group now; otherwise they lead the network, and the group has no lead. */
  leads: boolean
  form: FormState
  /** An offer that waits for an answer already. */
  offer: Offer | null
  possible: InGroup[]
}

export interface HandoverAnswerPage extends OfAGroup {
  offer: Offer
  /** A sentence when this person may not lead, because they are a headteacher in the network. */
  refused: string | null
}

/** A rare act, confirmed on a page of its own (views/shared/_confirm.ejs). */
export interface GroupConfirmPage {
  title: string
  breadcrumbs: Crumb[]
  confirm: {
    heading: string
    what: string[]
    first?: { text: string; href: string; action: string }[]
    who?: string[]
    undo?: string
    address: string
    button: string
    danger?: boolean
    cancel: { href: string; text: string }
    form?: FormState
    reason?: { name: string; label: string; hint?: string }
  }
}

declare module '../web/show.js' {
  interface Pages {
    'groups/details': DetailsPage
    'groups/handover': HandoverPage
    'groups/handover-answer': HandoverAnswerPage
    'groups/confirm': GroupConfirmPage
  }
}
