import type { GraveActInWords } from './grave-acts.js'

/** Something grave that was asked for. */
export interface GraveActPage {
  title: string
  act: GraveActInWords
  /** `take off your second step` */
  what: string
  leadsTo: string[]
  /** Hours that it waits once somebody has agreed. */
  hours: number
  address: string
  /** Those who may agree, as a list in words. */
  who: string
  isMine: boolean
  isMe: boolean
  may: { agree: boolean; stop: boolean }
  /** How it ended; null as long as it waits. */
  over: string | null
}

declare module '../../web/show.js' {
  interface Pages {
    'people/grave-act': GraveActPage
  }
}
