import type { FormState } from '../../web/read.js'
import type { CodeInBook } from '../codebook/book.js'
import type { Choice, OfAGroup } from '../pages.js'
import type { BlindReading } from '../tables.js'
import type { StepsShown } from '../undoing/pages.js'
import type { Unit } from './agreement.js'
import type { ComparedCode, ReadCode } from './comparison.js'
import type { DifferenceInView } from './resolving.js'

export interface BlindReadingsPage extends OfAGroup {
  ways: { href: string; text: string; current: boolean }[]
  readings: (BlindReading & { firstName: string; secondName: string; href: string })[]
  address: string
  may: { start: boolean }
}

export interface NewBlindReadingPage extends OfAGroup {
  form: FormState
  address: string
  people: Choice[]
  pieces: Choice[]
  codes: Choice[]
}

export interface BlindReadingPage extends OfAGroup {
  reading: BlindReading
  readers: { first: string; second: string }
  pieces: { id: string; number: number; title: string; href: string }[]
  codes: CodeInBook[]
  isSecond: boolean
  /** When this reader said that they are done. */
  mine: string | null
  address: string
  may: { done: boolean; stop: boolean }
}

export interface ComparisonPage extends OfAGroup {
  reading: BlindReading
  readers: { first: string; second: string }
  unit: Unit
  units: number
  texts: number
  compared: ComparedCode[]
  overall: ComparedCode
  differences: (Omit<DifferenceInView, 'first' | 'second'> & {
    first: ReadCode[]
    second: ReadCode[]
    href: string
  })[]
  steps: StepsShown
  csv: string
  address: string
  may: { settle: boolean }
}

declare module '../../web/show.js' {
  interface Pages {
    'coding/readings': BlindReadingsPage
    'coding/reading-new': NewBlindReadingPage
    'coding/reading': BlindReadingPage
    'coding/comparison': ComparisonPage
  }
}
