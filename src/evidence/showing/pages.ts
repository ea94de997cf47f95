import type { Thread } from '../../enquiries/comments/thread-shown.js'
import type { Stage } from '../../stages.js'
import type { ShownFile, ShownPicture } from '../files/pages.js'
import type { PlaceInList } from '../listing/in-list.js'
import type { OnePage } from '../pages.js'

export interface EvidencePage extends OnePage {
  /** Where it stands in the list from which somebody came. */
  inList: PlaceInList | null
  piece: PieceShown
  address: string
  groupAddress: string | null
  consent: { sentence: string; agreed: boolean }
  /** Why it stays in the group although it was shared more widely. */
  heldBack: string | null
  /** Words in it that look like a pupil's name; `fix` is a press away for whoever may revise it. */
  names: { words: string; fix: { address: string; instead: string } | null }[]
  /** The code that was just written in place of a name, as long as that can be undone. */
  undo: string | null
  parts: { view: string; data: object }[]
  /** What the group and its visitors say about it; null for a draft, and for readers who are far away. */
  thread: Thread | null
  may: {
    revise: boolean
    attach: boolean
    share: boolean
    narrow: boolean
    withdraw: boolean
    remove: boolean
    describe: boolean
    consent: boolean
    refuse: boolean
    flag: boolean
    clear: boolean
  }
}

export interface PieceShown {
  number: string
  title: string
  words: string
  kind: string
  stage: Stage
  stageName: string
  groupName: string
  author: string
  /** Empty where nobody has said who speaks. */
  speaker: string
  schools: string
  gatheredOn: string
  loggedAt: string
  revisedAt: string | null
  audience: string
  isDraft: boolean
  pictures: ShownPicture[]
  sounds: ShownFile[]
  films: ShownFile[]
  documents: ShownFile[]
}

declare module '../../web/show.js' {
  interface Pages {
    'evidence/piece': EvidencePage
    'evidence/comments': OnePage & { thread: Thread }
  }
}
