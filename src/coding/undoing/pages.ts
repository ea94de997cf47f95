import type { PageOf } from '../../web/page-of.js'
import type { OfAGroup } from '../pages.js'
import type { LoggedStep } from './log.js'

/** The undo bar (views/coding/_steps.ejs). */
export interface StepsShown {
  /** `/groups/reading/codes` */
  address: string
  back: string
  undo: { act: string; did: string } | null
  redo: { act: string; did: string } | null
  history: string
}

export interface CodingHistoryPage extends OfAGroup {
  ways: { href: string; text: string; current: boolean }[]
  page: PageOf<LoggedStep>
  steps: StepsShown
}

declare module '../../web/show.js' {
  interface Pages {
    'coding/history': CodingHistoryPage
  }
}
