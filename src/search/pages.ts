import type { PageOf } from '../web/page-of.js'
import type { Order } from './search.js'
import type { HitShown } from './showing.js'

/** A page of a group or network that the words lead to, such as the one where a group is handed over. */
export interface FoundPlace {
  href: string
  text: string
  /** Of the group or network. */
  part: string
  of: string
}

export interface SearchPage {
  title: string
  q: string
  /** Something was asked, in the box or beside it. */
  isAsked: boolean
  fields: { name: string; label: string; value: string; type?: string; options?: { value: string; text: string }[] }[]
  /** Filters are on. */
  isNarrowed: boolean
  order: Order
  orders: { order: Order; text: string; href: string }[]
  /** Pages of the workbench itself, above what was found in words. */
  places: FoundPlace[]
  /** What the help says about the words. */
  help: FoundPlace[]
  page: PageOf<HitShown>
  /** What was found, in a sentence. */
  said: string
  /** What could not be understood, and what else should be known. */
  mistakes: string[]
  notes: string[]
  /** The same words without the filters; null where there are none. */
  withoutFilters: string | null
}

declare module '../web/show.js' {
  interface Pages {
    'search/index': SearchPage
  }
}
