import type { Choice, LoggingFields, OnePage } from '../evidence/pages.js'

/** Logging from the phone's first screen; without signal, the device fills in groups and schools. */
export interface LogPage extends OnePage, LoggingFields {
  withoutSignal: boolean
  /** Whether this person could be in a group at all. */
  joins: boolean
  groups: Choice[]
  kinds: Choice[]
  stages: Choice[]
  speakers: Choice[]
  audiences: Choice[]
  safeguarding: string | null
  latest: string
}

declare module '../web/show.js' {
  interface Pages {
    'captures/log': LogPage
  }
}
