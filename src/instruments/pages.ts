import type { ChartOnPage } from '../charts/draw.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { Mistake } from './spreadsheets/gathering-readings.js'
import type { OverTime } from './measures/over-time.js'
import type { Question } from './questions.js'
import type { AcrossSheets } from './sheets/sheets.js'
import type { Spread } from './questionnaires/spread.js'
import type { SideBySide } from './measures/side-by-side.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface Choice {
  value: string
  text: string
}

export interface MeasuresIndexPage extends OfAGroup {
  measures: {
    name: string
    href: string
    table: SideBySide
    schools: number
    readings: number
  }[]
  imports: { id: string; name: string; begunAt: string; takenInAt: string | null; takenIn: number; by: string }[]
  inside: boolean
  may: { keep: boolean }
  address: string
  csv: string
}

export interface MeasureOverTimePage extends OfAGroup {
  measure: { id: string; name: string; href: string; baselineUntil: string | null; counts: string }
  countings: Choice[]
  table: SideBySide
  beside: ChartOnPage | null
  schools: (Omit<OverTime, 'chart'> & { picture: ChartOnPage; may: { share: boolean; takeBack: boolean } })[]
  days: Choice[]
  form: FormState
  offered: Choice[]
  inside: boolean
  may: { keep: boolean }
  csv: string
  latest: string
}

export interface ImportPage extends OfAGroup {
  form: FormState
  address: string
  back: string
  safeguarding: string | null
}

export interface PreviewPage extends OfAGroup {
  name: string
  address: string
  form: FormState
  schools: Choice[]
  columns: { at: number; head: string; examples: string }[]
  roles: Choice[]
  notLetIn: string[]
  notes: string[]
  /** The sheets of a workbook that has several. */
  sheets: Choice[]
  perPupil: boolean
  rows: number
  missing: string[]
  blanks: number
  unknownSchools: string[]
  mistakes: Mistake[]
  moreMistakes: number
  readings: { school: string; measure: string; on: string; value: string; pupils: string }[]
  total: number
  takeIn: string
}

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
  questions: Question[]
  /** What keeps it from being used. */
  missing: string[]
  may: { use: boolean }
}

export interface SheetsPage extends OfAGroup {
  name: string
  address: string
  sheets: number
  questions: AcrossSheets[]
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

type Asked = Question & { choices: Choice[] }

export interface FillingPage {
  title: string
  breadcrumbs: Crumb[]
  address: string
  name: string
  purpose: string
  questions: Asked[]
  form: FormState
  schools: Choice[]
  latest: string
  back: string
  safeguarding: string | null
}

export interface QuestionnairePage extends OfAGroup {
  questionnaire: { id: string; name: string; endsOn: string; closedAt: string | null; over: boolean }
  /** Asking colleagues of these schools by letter; `mails` is false where letters do not leave the house. */
  letters: { mails: boolean; schools: Choice[]; askedAt: string | null; next: string | null }
  address: string
  /** Where colleagues who are signed in answer. */
  colleagues: string
  /** How many answered; 0 while it is open and below five. */
  answers: number
  spread: (Spread & { chart: ChartOnPage | null })[]
  evidence: string | null
  /** Shown once, when they have just been made. */
  links: string[]
  form: FormState
  may: { use: boolean }
}

export interface AnswerPage {
  title: string
  name: string
  purpose: string
  endsOn: string
  state: 'open' | 'over' | 'used' | 'thanks'
  /** What came too late: shown once more to whoever wrote it, and kept nowhere. */
  late: { asked: string; said: string }[]
  address: string
  form: FormState
  questions: Asked[]
  safeguarding: string | null
}

declare module '../web/show.js' {
  interface Pages {
    'instruments/measures': MeasuresIndexPage
    'instruments/measure': MeasureOverTimePage
    'instruments/import': ImportPage
    'instruments/preview': PreviewPage
    'instruments/index': InstrumentsIndexPage
    'instruments/instrument': InstrumentPage
    'instruments/sheets': SheetsPage
    'instruments/edit': InstrumentEditorPage
    'instruments/filling': FillingPage
    'instruments/questionnaire': QuestionnairePage
    'instruments/answer': AnswerPage
  }
}
