import type { Crumb } from '../../web/show.js'
import type { OnePage } from '../pages.js'

export interface EvidenceGapPage extends OnePage {
  number: string
  groupName: string
  groupAddress: string
  heading: string
  sentence: string
  reason: string | null
  /** Where the list of what the withdrawal touched is kept. */
  list: string | null
  address: string
  may: { putBack: boolean; consent: boolean; erase: boolean }
}

/** What a withdrawal touched: nothing of the piece, and no words of what leaned on it. */
export interface WithdrawalPage extends OnePage {
  number: string
  groupName: string
  heading: string
  sentence: string
  touched: { kind: string; name: string; now: string; href: string | null }[]
  back: Crumb
}

declare module '../../web/show.js' {
  interface Pages {
    'evidence/gap': EvidenceGapPage
    'evidence/withdrawal': WithdrawalPage
  }
}
