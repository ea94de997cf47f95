import type { CycleToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { PieceCard } from '../evidence/listing/cards.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { EffectInView, EffectsGrid } from './effects.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface EvaluationIndexPage extends OfAGroup {
  grid: EffectsGrid
  /** What takes no part and is measured beside, and where. */
  comparisons: string[]
  measures: string
  inside: boolean
  may: { judge: boolean }
  csv: string
  actions: string
  cycles: CycleToChoose[]
  stage: string
}

export interface OfAnEffect extends OfAGroup {
  action: { label: string; href: string; action: string; expectedEffect: string }
  school: { id: string; name: string }
  /** What the school wrote on the action's own page. */
  adaptation: string
  grid: string
  /** Where a recommendation is begun from the effect, for those who may. */
  recommend: string | null
}

/** An effect, for those who only read it. */
export interface EffectPage extends OfAnEffect {
  effect: EffectInView | null
  pieces: PieceCard[]
}

export interface JudgePage extends OfAnEffect {
  form: FormState
  judgements: { value: string; text: string }[]
  sure: { value: string; text: string }[]
  whom: { value: string; text: string }[]
  /** Pieces to rest on: those linked to the action, and those from the school. */
  pieces: { value: string; text: string }[]
  /** What somebody else said meanwhile. */
  theirs: EffectInView | null
}

declare module '../web/show.js' {
  interface Pages {
    'evaluation/index': EvaluationIndexPage
    'evaluation/effect': EffectPage
    'evaluation/judge': JudgePage
  }
}
