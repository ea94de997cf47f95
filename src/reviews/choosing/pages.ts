import type { NetworkHead } from '../../networks/head.js'
import type { FormState } from '../../web/read.js'
import type { ChosenWithOwner } from './choosing.js'

export interface ChoosePage {
  title: string
  head: NetworkHead | null
  address: string
  review: string
  /** The statement that it comes from; empty where it comes from none. */
  from: string
  form: FormState
}

export interface PointPage {
  title: string
  head: NetworkHead | null
  /** Of the round. */
  address: string
  review: string
  point: ChosenWithOwner
  from: string
  people: { value: string; text: string }[]
  form: FormState
  ending: FormState
  question: FormState
  project: FormState
  propose: string
  may: { change: boolean; finish: boolean }
}

declare module '../../web/show.js' {
  interface Pages {
    'reviews/choose': ChoosePage
    'reviews/point': PointPage
  }
}
