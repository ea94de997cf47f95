import type { PictureInSizes } from '../files/pictures/sizes.js'
import type { NetworkHead } from '../networks/head.js'
import type { TextInPlace } from '../texts/pages.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { AgreementShown } from './agreeing/agreement.js'
import type { ExampleFilter, ExampleShown } from './examples/examples.js'
import type { PieceShown } from './pieces/showing.js'
import type { ModerationRound } from './tables.js'

interface OnNetwork {
  title: string
  head: NetworkHead
}

interface Choice {
  value: string
  text: string
}

export type RoundState = 'preparing' | 'judging' | 'open' | 'finished'

export interface RoundLine {
  href: string
  title: string
  about: string
  state: RoundState
  judgeBy: string
}

export interface RoundsPage extends OnNetwork {
  address: string
  page: PageOf<RoundLine>
  /** Rounds of others, in which one can still ask to judge. */
  others: { title: string; about: string; leader: string; judgeBy: string; href: string; said: string }[]
  examples: ExampleShown[]
  may: { prepare: boolean }
}

export interface CoverPage extends OnNetwork {
  piece: string
  picture: PictureInSizes & { alt: string }
  version: number
  address: string
  back: string
  form: FormState
  most: number
}

export interface RoundEditPage extends OnNetwork {
  address: string
  back: string
  form: FormState
}

export interface CriterionShown {
  id: string
  name: string
  levels: { level: number; name: string; means: string }[]
}

export interface PieceLine {
  id: string
  href: string
  name: string
  school: string
  judged: boolean
  agreed: string
  /** Whether the judgements lie far apart: what to talk about first. */
  talk: boolean
  takeOut: string
}

export interface RoundPage extends OnNetwork {
  address: string
  listAddress: string
  round: ModerationRound
  state: RoundState
  leader: string
  sheet: CriterionShown[]
  judges: { id: string; name: string; done: string }[]
  left: { name: string; word: string }[]
  pieces: PieceLine[]
  missing: string
  /** What stops it from beginning. */
  lacks: string[]
  next: { href: string; text: string } | null
  agreement: AgreementShown[]
  /** Who asks to be let in, for whoever leads it. */
  wishes: { id: string; name: string; word: string }[]
  sheets: Choice[]
  waitsFor: string[]
  own: boolean
  /** The id of whoever looks. */
  me: string
  may: { lead: boolean; sheet: boolean; judges: boolean; put: boolean }
}

export interface CriterionPage extends OnNetwork {
  address: string
  back: string
  form: FormState
  isNew: boolean
}

export interface JudgesPage extends OnNetwork {
  address: string
  back: string
  judges: { id: string; name: string }[]
  people: Choice[]
  form: FormState
}

export interface PutPage extends OnNetwork {
  address: string
  back: string
  groups: Choice[]
  schools: Choice[]
  seen: Choice[]
  form: FormState
  evidence: FormState
}

export interface SideBySide {
  name: string
  because: string
  levels: { criterion: string; level: string }[]
}

export interface PiecePage extends OnNetwork {
  over: { text: string; href: string }
  address: string
  piece: PieceShown
  sheet: CriterionShown[]
  /** My own sheet; null for those who do not judge it (any more). */
  form: FormState | null
  saved: boolean
  /** What each said, once it may be seen. */
  judgements: SideBySide[] | null
  reason: TextInPlace | null
  agreed: { reason: string; levels: { criterion: string; level: string; means: string }[] } | null
  agreeing: FormState | null
  next: { href: string; text: string } | null
  round: { opened: boolean; finished: boolean }
  may: { again: boolean; takeOut: boolean }
}

export interface TakingOutPage extends OnNetwork {
  over: { text: string; href: string }
  lede: string
  address: string
  back: string
  form: FormState
  field: { name: string; label: string; hint: string }
  button: string
  /** Whether it takes something away. */
  danger: boolean
  /** The words of the way back. */
  leave: string
}

export interface ExamplesPage extends OnNetwork {
  address: string
  listAddress: string
  page: PageOf<ExampleShown>
  filter: ExampleFilter
  criteria: Choice[]
  levels: Choice[]
}

export interface ExamplePage extends OnNetwork {
  over: { text: string; href: string }
  piece: PieceShown
  agreed: { reason: string; levels: { criterion: string; level: string; means: string }[] }
  from: string
}

declare module '../web/show.js' {
  interface Pages {
    'moderation/cover': CoverPage
    'moderation/index': RoundsPage
    'moderation/edit': RoundEditPage
    'moderation/show': RoundPage
    'moderation/criterion': CriterionPage
    'moderation/judges': JudgesPage
    'moderation/put': PutPage
    'moderation/piece': PiecePage
    'moderation/form': TakingOutPage
    'moderation/examples': ExamplesPage
    'moderation/example': ExamplePage
  }
}
