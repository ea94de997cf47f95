import type { ChartOnPage } from '../../charts/draw.js'
import type { FormState } from '../../web/read.js'
import type { Choice, OfAGroup } from '../pages.js'
import type { ShownComparison } from '../comparisons/comparisons.js'
import type { OverTime } from './over-time.js'
import type { SideBySide } from './side-by-side.js'

export interface MeasuresIndexPage extends OfAGroup {
  measures: {
    name: string
    href: string
    table: SideBySide
    schools: number
    /** Measured beside, and never counted as schools. */
    comparisons: number
    readings: number
  }[]
  /** What the group compares with, as far as the reader may know of it. */
  comparisons: (ShownComparison & { address: string })[]
  /** The form to name another. */
  add: { address: string; form: FormState; schools: Choice[] }
  /** Names that went along from the cycle before and have no number yet; for those who keep measures. */
  notYet: string[]
  imports: { id: string; name: string; begunAt: string; takenInAt: string | null; takenIn: number; by: string }[]
  inside: boolean
  may: { keep: boolean; shareComparisons: boolean }
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

declare module '../../web/show.js' {
  interface Pages {
    'instruments/measures': MeasuresIndexPage
    'instruments/measure': MeasureOverTimePage
  }
}
