import type { NetworkHead } from '../../networks/head.js'
import type { FormState } from '../../web/read.js'
import type { Crumb } from '../../web/show.js'
import type { Choice, OnePage } from '../pages.js'

export interface ConsentPage extends OnePage {
  number: string
  address: string
  back: string
  /** Which of the parts that are folded away stand open. */
  open: { day: boolean; several: boolean; wording: boolean }
  form: FormState
  who: Choice[]
  audiences: Choice[]
  latest: string
  /** What stands now, one for each of those seen. */
  consents: { subject: string; sentence: string }[]
  /** What a school refused for pieces like this. */
  refused: string | null
  /** A picture is also kept as it was before it was covered. */
  uncovered: boolean
  /** Wordings that the network keeps. */
  wordings: Choice[]
  /** Where a colleague of its school says what the whole school refuses. */
  refusals: Crumb[]
  earlier: { sentence: string; wording: string; withdrawn: string | null }[]
}

export interface RefusalsPage extends OnePage {
  head: NetworkHead
  school: string
  address: string
  form: FormState
  contents: Choice[]
  beyond: Choice[]
  refusals: { what: string; because: string; by: string; lifted: string | null; lift: string | null }[]
}

declare module '../../web/show.js' {
  interface Pages {
    'evidence/consent': ConsentPage
    'evidence/refusals': RefusalsPage
  }
}
