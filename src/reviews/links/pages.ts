import type { PageMeta } from '../../web/showing/page-meta.js'
import type { FormState } from '../../web/read.js'
import type { AnswerPartPage } from '../answering/pages.js'

/** The whole of a review on one page, for somebody outside who has no account. */
export interface ByLinkPage {
  title: string
  meta: PageMeta
  address: string
  about: string
  minutes: number
  answerBy: string
  /** How many steps the square has on each side. */
  widest: number
  parts: { heading: string; about: string; questions: AnswerPartPage['questions'] }[]
  form: FormState
}

export interface AnsweredByLinkPage {
  title: string
  meta: PageMeta
  review: string
}

declare module '../../web/show.js' {
  interface Pages {
    'reviews/by-link': ByLinkPage
    'reviews/answered-by-link': AnsweredByLinkPage
  }
}
