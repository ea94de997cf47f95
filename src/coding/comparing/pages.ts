import type { ChartOnPage } from '../../charts/draw.js'
import type { PageOf } from '../../web/page-of.js'
import type { CodeInBook } from '../codebook/book.js'
import type { Choice, OfAGroup } from '../pages.js'
import type { PassageLine } from '../passages/passage-lines.js'
import type { CodedPiece } from './coded-pieces.js'
import type { CrossTable } from './cross-tables.js'

/** What every page of coded passages has around them. */
export interface FilteredPage extends Omit<OfAGroup, 'title'> {
  ways: { href: string; text: string; current: boolean }[]
  fields: { name: string; label: string; value: string; options?: Choice[]; type?: string }[]
  csv: string
  address: string
}

export interface PassagesPage extends FilteredPage {
  title: string
  page: PageOf<PassageLine>
}

export interface PiecesPage extends FilteredPage {
  title: string
  page: PageOf<CodedPiece>
}

export interface CrossPage extends FilteredPage {
  title: string
  heading: string
  lede: string
  table: CrossTable
  /** For codes that occur together: each pair once. */
  pairs: { one: CodeInBook; other: CodeInBook; times: number }[] | null
  chart: ChartOnPage | null
}

declare module '../../web/show.js' {
  interface Pages {
    'coding/passages': PassagesPage
    'coding/pieces': PiecesPage
    'coding/cross': CrossPage
  }
}
