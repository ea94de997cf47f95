import type { Outcome, PostKind, Way } from '../../../forum/kinds.js'
import type { NetworkId } from '../../cast/networks.js'

/** A post of the demo and what became of it. Days are those on which things happened. */
export interface DemoPost {
  network: NetworkId
  by: string
  on: string
  kind: PostKind
  sentence: string
  more?: string
  forWhom?: string
  link?: string
  /** A file of the demo, with what it shows. */
  file?: { name: string; alt: string }
  /** The title of a piece of evidence of theirs that the network may see. */
  piece?: string
  /** The title, or its beginning, of published work. */
  work?: string
  date?: { onDay: string; starts: string; ends: string; place: string; places: number | null }
  asksWelcome?: true
  mayTell?: true
  answers?: { by: string; on: string; words: string; under?: number; thanks?: string[] }[]
  takeUps?: DemoTakeUp[]
  /** Who says that they come, in that order. */
  joins?: { on: string; people: string[] }
  thanks?: string[]
  supports?: string[]
  follows?: string[]
  /** The place of the answer by which it was met. */
  met?: { on: string; answer?: number }
  stillOpenOn?: string
  foldedAway?: { by: string; on: string; because: string }
  takenDownOn?: string
}

export interface DemoTakeUp {
  by: string
  on: string
  how: Way
  words?: string
  mayTell?: true
  cameOf?: { on: string; what: Outcome; words: string; mayTell?: true }
  wavedAwayOn?: string
}
