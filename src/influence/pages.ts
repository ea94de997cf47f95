import type { NetworkHead } from '../networks/head.js'
import type { KnowsHow, Move } from '../networks/year.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { CommunityFigure } from './figures/community.js'
import type { FlowPicture } from './moves/picture.js'
import type { KnowHow, KnowHowLetter } from './tables.js'

export interface MoveInView extends Move {
  sentence: string
}

export interface InfluencePage {
  title: string
  head: NetworkHead
  address: string
  /** Null where all terms are shown. */
  term: string | null
  terms: { value: string; text: string }[]
  destinations: { value: string; text: string }[]
  chosen: { term: string; to: string }
  page: PageOf<MoveInView>
  arrivals: { name: string; moves: MoveInView[] }[]
  picture: FlowPicture | null
}

export interface WhoKnowsHowPage {
  title: string
  head: NetworkHead
  address: string
  words: string
  page: PageOf<KnowsHow & { ask: string | null }>
  own: KnowHow[]
  schools: { id: string; name: string }[]
  form: FormState
  may: { offer: boolean }
}

export interface AskPage {
  title: string
  head: NetworkHead
  address: string
  back: string
  name: string
  school: string
  knows: { what: string; because: string }[]
  /** The asker’s own, which goes along. */
  email: string
  form: FormState
}

export interface QuestionPage {
  title: string
  head: NetworkHead
  address: string
  from: string
  /** The address of whoever asks, so that the answer takes no detour. */
  answerTo: string
  question: KnowHowLetter
}

export interface FiguresPage {
  title: string
  head: NetworkHead
  terms: string[]
  measures: { name: string; figures: CommunityFigure[] }[]
}

declare module '../web/show.js' {
  interface Pages {
    'influence/index': InfluencePage
    'influence/who-knows-how': WhoKnowsHowPage
    'influence/ask': AskPage
    'influence/question': QuestionPage
    'influence/figures': FiguresPage
  }
}
