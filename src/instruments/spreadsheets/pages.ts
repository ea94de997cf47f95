import type { WhatIsRead } from '../../files/reading/what-is-read.js'
import type { FormState } from '../../web/read.js'
import type { Choice, OfAGroup } from '../pages.js'
import type { Mistake } from './gathering-readings.js'

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
  read: WhatIsRead[]
}

declare module '../../web/show.js' {
  interface Pages {
    'instruments/import': ImportPage
    'instruments/preview': PreviewPage
  }
}
