import type { NetworkHead } from '../../networks/head.js'
import type { SpreadOfAsked } from './spread.js'
import type { PrivatePlace } from '../answering/private-places.js'

/** A bar of steps, as it is drawn: where each piece begins and how wide it is, of a hundred. */
export interface DrawnBar {
  label: string
  answered: number
  pieces: { text: string; count: number; from: number; width: number; step: number }[]
  sentence: string
}

export interface SpreadPage {
  title: string
  head: NetworkHead | null
  address: string
  review: string
  closedAt: string
  groups: {
    heading: string
    answers: number
    isOurs: boolean
    parts: {
      id: string
      heading: string
      about: string
      keys: { heading: string; steps: string[] }[]
      items: {
        id: string
        words: string
        seen: string
        brings: string
        costs: string
        bars: DrawnBar[]
        held: boolean
        said: string[]
        square: { widest: number; places: { across: number; up: number; count: number }[] } | null
      }[]
      wanted: { id: string; short: string }[]
      talk: string[]
      steps: { text: string; because: string; itemId: string | null }[]
      phases: { text: string; seen: string; next: string[] }[]
    }[]
  }[]
  others: PrivatePlace[]
  may: { choose: boolean }
}

export interface BesidePage {
  title: string
  head: NetworkHead | null
  address: string
  before: { title: string; day: string }
  after: { title: string; day: string }
  /** What was chosen to work on in each of the two, and what came of it. */
  chosen: { day: string; points: { href: string; text: string }[] }[]
  parts:
    { heading: string; items: { words: string; of: SpreadOfAsked['of']; before: DrawnBar; after: DrawnBar }[] }[] | null
}

export interface TellingPage {
  title: string
  head: NetworkHead | null
  address: string
  review: string
  parts: { heading: string; items: { value: string; text: string }[] }[]
  told: string[]
}

declare module '../../web/show.js' {
  interface Pages {
    'reviews/spread': SpreadPage
    'reviews/beside': BesidePage
    'reviews/telling': TellingPage
  }
}
