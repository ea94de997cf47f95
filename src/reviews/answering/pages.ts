import type { NetworkHead } from '../../networks/head.js'
import type { FormState } from '../../web/read.js'
import type { InstrumentPart, Item } from '../instruments/instrument.js'
import type { PrivatePlace } from './private-places.js'

export interface AnswerIntroPage {
  title: string
  head: NetworkHead | null
  address: string
  about: string
  minutes: number
  answerBy: string
  parts: { number: number; heading: string; said: number; asked: number; words: string }[]
  begun: boolean
  done: boolean
  /** The part to go on with. */
  next: number
}

export interface AnswerPartPage {
  title: string
  address: string
  review: string
  number: number
  of: number
  /** How far they are, in words. */
  progress: string
  part: InstrumentPart
  questions: {
    item: Item
    asked: { name: string; of: 'true' | 'matters' | 'choice'; choices: { value: string; text: string }[] }[]
  }[]
  form: FormState
  square: SquareToPlace | undefined
  answerBy: string
}

/** The square of structures and processes, with what this person may see on it. */
export interface SquareToPlace {
  name: string
  widest: number
  suggested: { across: number; up: number } | undefined
  others: PrivatePlace[]
  /** Of the network that they place privately. */
  form: FormState
}

export interface AnsweredPage {
  title: string
  address: string
  review: string
  answerBy: string
}

declare module '../../web/show.js' {
  interface Pages {
    'reviews/answer': AnswerIntroPage
    'reviews/answer-part': AnswerPartPage
    'reviews/answered': AnsweredPage
  }
}
