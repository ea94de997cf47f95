import type { EnquiryHead } from '../enquiries/head.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { Question } from './questions.js'

export interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface Choice {
  value: string
  text: string
}

export type QuestionWithChoices = Question & { choices: Choice[] }

export interface InstrumentsIndexPage extends OfAGroup {
  instruments: {
    id: string
    kind: string
    name: string
    version: number
    purpose: string
    changedAt: string
    sharedAt: string | null
    by: string
  }[]
  unfinished: { id: string; name: string; savedAt: string }[]
  questionnaires: { id: string; name: string; openedAt: string; endsOn: string; closedAt: string | null }[]
  templates: { key: string; name: string; purpose: string; kind: string }[]
  offered: { id: string; kind: string; name: string; purpose: string; group: string }[]
  address: string
  may: { use: boolean }
}

export interface InstrumentPage extends OfAGroup {
  instrument: {
    id: string
    name: string
    purpose: string
    version: number
    kind: string
    changedAt: string
    sharedAt: string | null
    isQuestionnaire: boolean
  }
  /** Where it was copied from. */
  origin: string
  /** How many finished sheets its reader can read. */
  sheets: number
  questionnaires: { id: string; name: string; openedAt: string; endsOn: string; closedAt: string | null }[]
  /** Where two rounds stand side by side; null while there are not two. */
  rounds: string | null
  /** Of the next round. */
  form: FormState
  questions: Question[]
  /** What keeps it from being used. */
  missing: string[]
  may: { use: boolean }
}

export interface InstrumentEditorPage extends OfAGroup {
  address: string
  version: number
  /** It was filled in before: what was filled in keeps its questions. */
  used: boolean
  questions: Question[]
  kinds: Choice[]
  form: FormState
  focus: string
}

declare module '../web/show.js' {
  interface Pages {
    'instruments/index': InstrumentsIndexPage
    'instruments/instrument': InstrumentPage
    'instruments/edit': InstrumentEditorPage
  }
}
