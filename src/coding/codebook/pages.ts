import type { PageOf } from '../../web/page-of.js'
import type { FormState } from '../../web/read.js'
import type { MemoInView } from '../memos/memos.js'
import type { Choice, OfAGroup } from '../pages.js'
import type { PassageLine } from '../passages/passage-lines.js'
import type { StepsShown } from '../undoing/pages.js'
import type { CodeInBook } from './book.js'

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
  /** What later rooms show. */
  beside: { view: string; given: object }[]
  memos: MemoInView[]
  memoForm: FormState
  steps: StepsShown
  csv: string
  may: { code: boolean }
}

export interface MovePage extends OfAGroup {
  code: CodeInBook
  form: FormState
  parents: Choice[]
  /** The codes that it could stand before, each with the one it stands under. */
  befores: Choice[]
}

export interface MergePage extends OfAGroup {
  code: CodeInBook
  form: FormState
  others: Choice[]
  times: number
}

declare module '../../web/show.js' {
  interface Pages {
    'coding/codes': CodesPage
    'coding/code-form': CodeFormPage
    'coding/code': CodePage
    'coding/move': MovePage
    'coding/merge': MergePage
  }
}
