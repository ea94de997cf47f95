import type { ChartOnPage } from '../charts/draw.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { Mistake } from './gathering-readings.js'
import type { OverTime } from './over-time.js'
import type { SideBySide } from './side-by-side.js'

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
  measure: { id: string; name: string; href: string; baselineUntil: string | null }
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

declare module '../web/show.js' {
  interface Pages {
    'instruments/measures': MeasuresIndexPage
    'instruments/measure': MeasureOverTimePage
    'instruments/import': ImportPage
    'instruments/preview': PreviewPage
  }
}
