import type { FormState } from '../../web/read.js'
import type { PieceCard } from '../listing/cards.js'
import type { Choice, OnePage } from '../pages.js'

export interface SharingPage extends OnePage {
  number: string
  address: string
  back: string
  card: PieceCard
  form: FormState
  choices: Choice[]
  /** What cannot be chosen yet, and why. */
  closed: { text: string; because: string; href: string | null; action: string }[]
  facilitators: string | null
  asksNobody: boolean
}

declare module '../../web/show.js' {
  interface Pages {
    'evidence/sharing': SharingPage
  }
}
