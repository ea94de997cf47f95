import type { NetworkHead } from '../../networks/head.js'
import type { FormState } from '../../web/read.js'
import type { InstrumentPart } from './instrument.js'

export interface InstrumentPage {
  title: string
  head: NetworkHead | null
  address: string
  listAddress: string
  instrument: { name: string; about: string; minutes: number; steps: string[]; parts: InstrumentPart[]; own: boolean }
  may: { begin: boolean; make: boolean; change: boolean }
}

export interface OwnInstrumentPage {
  title: string
  head: NetworkHead | null
  address: string
  back: string
  form: FormState
  /** The parts that there are, then empty ones. */
  parts: { at: number; id: string; heading: string; items: { value: string; text: string }[] }[]
}

declare module '../../web/show.js' {
  interface Pages {
    'reviews/instrument': InstrumentPage
    'reviews/own-instrument': OwnInstrumentPage
  }
}
