import type { FormState } from '../../web/read.js'

/** An address that is read elsewhere now. */
export interface FeedInList {
  id: string
  name: string
  madeAt: string
  renewedAt: string | null
  /** Whether they may not open the calendar any more, so that the address leads nowhere. */
  isGone: boolean
}

export interface FeedsPage {
  title: string
  /** The address that was just made; shown once. */
  made: { name: string; address: string; subscribe: string } | null
  feeds: FeedInList[]
  choices: { value: string; text: string }[]
  form: FormState
}

export interface FeedEndingPage {
  title: string
  name: string
  address: string
  isRenewal: boolean
}

declare module '../../web/show.js' {
  interface Pages {
    'calendar/feeds': FeedsPage
    'calendar/feed-ending': FeedEndingPage
  }
}
