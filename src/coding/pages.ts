import type { ChartOnPage } from '../charts/draw.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { Unit } from './blind-readings/agreement.js'
import type { CodeInBook } from './codebook/book.js'
import type { Stretch } from '../evidence/texts/laying-out.js'
import type { ReadableText } from '../evidence/tables.js'
import type { Run } from './passages/marking-up.js'
import type { CrossTable } from './comparing/cross-tables.js'
import type { Counts } from './blind-readings/kappa.js'
import type { LoggedStep } from './undoing/log.js'
import type { MemoInView } from './memos/memos.js'
import type { DifferenceInView } from './blind-readings/resolving.js'
import type { BlindReading } from './tables.js'

export interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface Choice {
  value: string
  text: string
}

/** The undo bar (views/coding/_steps.ejs). */
export interface StepsShown {
  /** `/groups/reading/codes` */
  address: string
  back: string
  undo: { act: string; did: string } | null
  redo: { act: string; did: string } | null
  history: string
}

export interface CodesPage extends OfAGroup {
  codes: (CodeInBook & { times: number })[]
  retired: (CodeInBook & { times: number })[]
  steps: StepsShown
  ways: { href: string; text: string; current: boolean }[]
  csv: string
  address: string
  may: { code: boolean }
}

export interface CodeFormPage extends OfAGroup {
  form: FormState
  address: string
  back: string
  heading: string
  button: string
  colours: Choice[]
  /** Null when the code has its place already. */
  parents: Choice[] | null
  theirs: { name: string; mark: string; description: string; notFor: string } | null
}

export interface CodePage extends OfAGroup {
  code: CodeInBook
  parent: CodeInBook | null
  below: CodeInBook[]
  page: PageOf<PassageLine>
  memos: MemoInView[]
  memoForm: FormState
  steps: StepsShown
  csv: string
  may: { code: boolean }
}

/** A coded passage in its place: the words, and a few before and after. */
export interface PassageLine {
  id: string
  href: string
  number: string
  title: string
  kind: string
  schools: string
  gatheredOn: string
  before: string
  words: string
  after: string
  code: { name: string; mark: string; colour: string; href: string }
  by: string
  codedAt: string
}

export interface MovePage extends OfAGroup {
  code: CodeInBook
  form: FormState
  parents: Choice[]
  /** The codes that it could stand before, each with the one it stands under. */
  befores: Choice[]
}

export interface MemoPage extends OfAGroup {
  form: FormState
  address: string
  back: string
  about: string
  theirs: { words: string; by: string; at: string } | null
}

export interface MergePage extends OfAGroup {
  code: CodeInBook
  form: FormState
  others: Choice[]
  times: number
}

/** A line of "Codings of this text": a code or a memo, and the words that carry it. */
export interface ListedCoding {
  id: string
  passageId: string
  startsAt: number
  words: string
  by: string
  at: string
  code: CodeInBook | null
  memo: string | null
}

export interface CodedText {
  id: string
  name: string
  source: ReadableText['source']
  /** Its pages, or the lines of a transcript, each with the runs in it. */
  stretches: (Stretch & { runs: Run[] })[]
  sentences: { startsAt: number; endsAt: number; text: string }[]
  listed: ListedCoding[]
}

export interface CodingPage extends OfAGroup {
  number: string
  heading: string
  pieceHref: string
  address: string
  texts: CodedText[]
  /** The recordings whose transcripts are coded. */
  players: { id: string; name: string; address: string; kind: 'sound' | 'film' }[]
  codes: Choice[]
  /** The codes as the panel offers them. */
  known: Pick<CodeInBook, 'id' | 'name' | 'mark' | 'colour' | 'path' | 'description'>[]
  /** Who else has it open. */
  others: string[]
  isDraft: boolean
  lost: number
  reading: { number: number; href: string; done: boolean } | null
  steps: StepsShown
  form: FormState
  may: { code: boolean; newCode: boolean }
}

export interface CodingHistoryPage extends OfAGroup {
  ways: { href: string; text: string; current: boolean }[]
  page: PageOf<LoggedStep>
  steps: StepsShown
}

export interface BlindReadingsPage extends OfAGroup {
  ways: { href: string; text: string; current: boolean }[]
  readings: (BlindReading & { firstName: string; secondName: string; href: string })[]
  address: string
  may: { start: boolean }
}

export interface NewBlindReadingPage extends OfAGroup {
  form: FormState
  address: string
  people: Choice[]
  pieces: Choice[]
  codes: Choice[]
}

export interface BlindReadingPage extends OfAGroup {
  reading: BlindReading
  readers: { first: string; second: string }
  pieces: { id: string; number: number; title: string; href: string }[]
  codes: CodeInBook[]
  isSecond: boolean
  /** When this reader said that they are done. */
  mine: string | null
  address: string
  may: { done: boolean; stop: boolean }
}

/** One code's line of the comparison; numbers as they are read. */
export interface ComparedCode {
  name: string
  mark: string
  colour: string
  counts: Counts
  agreement: string | null
  kappa: string | null
  words: string
}

type ReadCode = Pick<CodeInBook, 'id' | 'name' | 'mark' | 'colour'>

export interface ComparisonPage extends OfAGroup {
  reading: BlindReading
  readers: { first: string; second: string }
  unit: Unit
  units: number
  texts: number
  compared: ComparedCode[]
  overall: ComparedCode
  differences: (Omit<DifferenceInView, 'first' | 'second'> & {
    first: ReadCode[]
    second: ReadCode[]
    href: string
  })[]
  steps: StepsShown
  csv: string
  address: string
  may: { settle: boolean }
}

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

export interface CodedPiece {
  href: string
  number: string
  title: string
  kind: string
  schools: string
  gatheredOn: string
  codes: (CodeInBook & { times: number })[]
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

declare module '../web/show.js' {
  interface Pages {
    'coding/codes': CodesPage
    'coding/code-form': CodeFormPage
    'coding/code': CodePage
    'coding/move': MovePage
    'coding/merge': MergePage
    'coding/memo': MemoPage
    'coding/history': CodingHistoryPage
    'coding/text': CodingPage
    'coding/passages': PassagesPage
    'coding/pieces': PiecesPage
    'coding/cross': CrossPage
    'coding/readings': BlindReadingsPage
    'coding/reading-new': NewBlindReadingPage
    'coding/reading': BlindReadingPage
    'coding/comparison': ComparisonPage
    'coding/confirm': { title: string; breadcrumbs: Crumb[]; confirm: object }
  }
}
