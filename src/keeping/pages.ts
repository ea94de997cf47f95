import type { NetworkHead } from '../networks/head.js'
import type { FormState } from '../web/read.js'
import type { PageOf } from '../web/page-of.js'

/** How long a network keeps things, for everybody in it. */
export interface KeepingPage {
  title: string
  head: NetworkHead
  network: { id: string; name: string }
  kinds: {
    kind: string
    name: string
    holds: string
    howLong: string
    because: string
    erased: string
  }[]
  fixed: { name: string; howLong: string; because: string }[]
  /** Of how many kinds the network has not said yet how long it keeps them. */
  unsaid: number
  coming: string | null
  may: { change: boolean; end: boolean }
}

export interface PeriodPage {
  title: string
  head: NetworkHead
  address: string
  back: string
  name: string
  holds: string
  erased: string
  options: { value: string; text: string; hint?: string }[]
  form: FormState
}

/** What comes due, batch by batch. */
export interface ComingPage {
  title: string
  head: NetworkHead
  network: { id: string; name: string }
  rounds: {
    id: string
    href: string
    what: string
    where: string
    goesOn: string
    held: boolean
    announcedOn: string
  }[]
  holds: HoldLine[]
}

export interface HoldLine {
  id: string
  what: string
  because: string
  until: string
  by: string
  on: string
  /** Where it is let go of; left out for whoever may not. */
  ending: string | null
}

/** One batch: exactly what will go. */
export interface RoundPage {
  title: string
  head: NetworkHead
  heading: string
  sentence: string
  erased: string
  because: string
  address: string
  things: PageOf<{ thing: string; label: string; href: string | null; dueOn: string; held: string | null }>
  holds: HoldLine[]
  seen: boolean
  mayHold: boolean
  hasGroup: boolean
  longer: string
  form: FormState
  back: string
}

declare module '../web/show.js' {
  interface Pages {
    'keeping/index': KeepingPage
    'keeping/period': PeriodPage
    'keeping/coming': ComingPage
    'keeping/round': RoundPage
  }
}
