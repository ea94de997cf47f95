import type { FoundAct } from './finding.js'
import type { GraveWords } from './kinds.js'

/** Something grave that was asked for. */
export interface GraveActPage {
  title: string
  act: FoundAct
  words: GraveWords
  /** How long it waits once somebody has agreed, in words. */
  waits: string
  address: string
  /** Those who may agree, as a list in words. */
  who: string
  isMine: boolean
  isMe: boolean
  may: { agree: boolean; stop: boolean; haveRead: boolean }
  /** How it ended; null as long as it waits. */
  over: string | null
}

declare module '../web/show.js' {
  interface Pages {
    'grave-acts/grave-act': GraveActPage
  }
}
