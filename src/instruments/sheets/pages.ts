import type { EnquiryHead } from '../../enquiries/head.js'
import type { FormState } from '../../web/read.js'
import type { Crumb } from '../../web/show.js'
import type { QuestionWithChoices, Choice, OfAGroup } from '../pages.js'
import type { AcrossSheets } from './sheets.js'

export interface SheetsPage extends OfAGroup {
  name: string
  address: string
  sheets: number
  questions: AcrossSheets[]
}

export interface FillingPage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  address: string
  name: string
  purpose: string
  questions: QuestionWithChoices[]
  form: FormState
  schools: Choice[]
  latest: string
  back: string
  safeguarding: string | null
}

declare module '../../web/show.js' {
  interface Pages {
    'instruments/sheets': SheetsPage
    'instruments/filling': FillingPage
  }
}
