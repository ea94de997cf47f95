import type { CycleToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { AnsweredPart, Thing } from './answers.js'
import type { ThingKind } from './things.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface QuestionPartsPage extends OfAGroup {
  parts: AnsweredPart[]
  /** Those that can be said to answer a part. */
  claims: Thing[]
  removed: { id: string; name: string }[]
  address: string
  form: FormState
  cycles: CycleToChoose[]
  csv: string
  may: { keep: boolean }
}

export interface QuestionPartPage extends OfAGroup {
  part: AnsweredPart
  removedAt: string | null
  /** In the order of the page; those without a thing of their kind are left out. */
  kinds: {
    kind: ThingKind
    heading: string
    answers: Thing[]
    choices: { value: string; text: string }[]
    form: FormState
  }[]
  /** The list of evidence, narrowed to this part. */
  evidence: string
  back: string
  form: FormState
  may: { keep: boolean }
}

declare module '../web/show.js' {
  interface Pages {
    'question-parts/index': QuestionPartsPage
    'question-parts/part': QuestionPartPage
  }
}
